package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.ClientScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.test.TestRecord;
import tools.jackson.databind.json.JsonMapper;

/** Raw clients of a real broker. */
record Wire(String bootstrapServers) {

    static final int PARTITIONS = 3;

    void createTopics(int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (Topic topic : Topics.ALL) {
                admin.createTopics(List.of(new NewTopic(topic.name(), topic.partitions(partitions), (short) 1)
                                .configs(topic.configuration())))
                        .all()
                        .get();
            }
        }
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 8_388_608));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ProducerRecord<byte[], byte[]> record(TestRecord<byte[], byte[]> event) {
        return new ProducerRecord<>(
                Topics.CLIENT_EVENTS.name(), null, event.timestamp(), event.key(), event.value(), event.headers());
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            List<Future<?>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(record));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    /** How many steps all transactions of the broker have taken until now. */
    long stepsOfTransactions() {
        String log = "__transaction_state";
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(log).stream()
                    .map(info -> new TopicPartition(log, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(offset -> offset)
                    .sum();
        }
    }

    /** Every committed score, as soon as there are at least so many that the predicate wants. */
    List<ClientScore> scores(Predicate<ClientScore> wanted, int atLeast) {
        return read(Topics.CLIENT_SCORES.name(), record -> wanted.test(score(record)), atLeast).stream()
                .map(Wire::score)
                .toList();
    }

    private static ClientScore score(ConsumerRecord<byte[], byte[]> record) {
        return JsonMapper.shared().readValue(record.value(), ClientScore.class);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads the topic from its beginning, and on until nothing more comes for a second. */
    List<ConsumerRecord<byte[], byte[]>> read(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted, int atLeast) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            int quiet = 0;
            for (int look = 0; look < 2_400 && (found.size() < atLeast || quiet < 10); look++) {
                var records = consumer.poll(Duration.ofMillis(100));
                quiet = records.isEmpty() ? quiet + 1 : 0;
                records.forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
