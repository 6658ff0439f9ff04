package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @TempDir
    Path folder;

    @Test
    void givenRecordsAndOffsets_whenTheBrokerIsRestarted_thenTopicsOffsetsAndClusterIdAreTheSame() throws Exception {
        String cluster;
        try (KafkaBroker broker = KafkaBroker.start(data(), 0)) {
            broker.createTopics(Map.of("facts", 3));
            send(broker, "first", "second");
            assertThat(consume(broker)).containsExactly("first", "second");
            cluster = clusterId(broker);
        }
        try (KafkaBroker broker = KafkaBroker.start(data(), 0)) {
            assertThat(topics(broker)).contains("facts");
            assertThat(clusterId(broker)).isEqualTo(cluster);
            send(broker, "third");
            assertThat(consume(broker)).containsExactly("third");
        }
    }

    @Test
    void givenNoSuchTopic_whenAskedFor_thenItIsNotMade() throws Exception {
        try (KafkaBroker broker = KafkaBroker.temporary();
                KafkaConsumer<String, String> consumer = consumer(broker)) {
            consumer.subscribe(List.of("misspelt"));
            consumer.poll(Duration.ofMillis(500));
            assertThat(topics(broker)).doesNotContain("misspelt");
        }
    }

    @Test
    void givenAFolderInUse_whenStartedAgain_thenRefused() {
        try (KafkaBroker broker = KafkaBroker.start(data(), 0)) {
            assertThatThrownBy(() -> KafkaBroker.start(data(), 0))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use");
            assertThatThrownBy(() -> KafkaBroker.start(folder.resolve("other"), broker.port()))
                    .hasMessageContaining("Port " + broker.port() + " is in use");
        }
    }

    @Test
    void givenAFolderOfAnOpenBroker_whenStartedGuarded_thenItsTopicsAreThereForTheBrokersAccountAlone()
            throws Exception {
        try (KafkaBroker open = KafkaBroker.start(data(), 0)) {
            open.createTopics(Map.of("facts", 3));
        }
        String password = "password-of-these-tests";
        try (KafkaBroker guarded = KafkaBroker.start(data(), 0, 0, password)) {
            Map<String, Object> own = new HashMap<>(KafkaSignIn.asBroker(password));
            own.put("bootstrap.servers", guarded.bootstrapServers());
            try (Admin admin = Admin.create(own)) {
                assertThat(admin.listTopics().names().get()).contains("facts");
            }
            try (Admin nobody = Admin.create(Map.of(
                    "bootstrap.servers",
                    guarded.bootstrapServers(),
                    "default.api.timeout.ms",
                    "3000",
                    "request.timeout.ms",
                    "2000"))) {
                assertThatThrownBy(() -> nobody.listTopics().names().get()).isInstanceOf(ExecutionException.class);
            }
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void send(KafkaBroker broker, String... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>("facts", "key", value)).get();
            }
        }
    }

    private static List<String> consume(KafkaBroker broker) {
        try (KafkaConsumer<String, String> consumer = consumer(broker)) {
            consumer.subscribe(List.of("facts"));
            for (; ; ) {
                List<String> values = new ArrayList<>();
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(record.value());
                }
                if (!values.isEmpty()) {
                    consumer.commitSync();
                    return values;
                }
            }
        }
    }

    private static KafkaConsumer<String, String> consumer(KafkaBroker broker) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "readers",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Set<String> topics(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private static String clusterId(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }
}
