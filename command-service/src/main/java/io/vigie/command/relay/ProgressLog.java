package io.vigie.command.relay;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed progress records, the relay's only memory of how far it has come. */
@Component
public class ProgressLog {

    /** The one key on the progress topic. */
    static final String KEY = "relay";

    static final TopicPartition PARTITION = new TopicPartition(Topics.RELAY_PROGRESS.name(), 0);

    private static final int CHUNK = 512;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess kafka;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    ProgressLog(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /** The last one; empty when nothing was ever relayed. */
    public Optional<RelayProgress> newest() {
        return newest(progress -> true);
    }

    /** The newest one that fits, looking back from the end. */
    Optional<RelayProgress> newest(Predicate<RelayProgress> fits) {
        try (Consumer<String, byte[]> consumer = kafka.consumer("")) {
            consumer.assign(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long first = consumer.beginningOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            for (long upper = end; upper > first; upper -= CHUNK) {
                List<RelayProgress> chunk = read(consumer, Math.max(first, upper - CHUNK), upper);
                for (int i = chunk.size() - 1; i >= 0; i--) {
                    if (fits.test(chunk.get(i))) {
                        return Optional.of(chunk.get(i));
                    }
                }
            }
            return Optional.empty();
        }
    }

    ProducerRecord<String, byte[]> record(RelayProgress progress) {
        return new ProducerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                progress.publishedAt().toEpochMilli(),
                KEY,
                json.writeValueAsBytes(progress));
    }

    /** Offsets as the progress record has them: by topic, by partition. */
    static Optional<Long> endOffset(RelayProgress progress, TopicPartition partition) {
        return Optional.ofNullable(
                progress.endOffsets().getOrDefault(partition.topic(), Map.of()).get(partition.partition()));
    }

    private List<RelayProgress> read(Consumer<String, byte[]> consumer, long from, long until) {
        consumer.seek(PARTITION, from);
        List<RelayProgress> found = new ArrayList<>();
        while (consumer.position(PARTITION) < until) {
            for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
                if (read.offset() < until && KEY.equals(read.key()) && read.value() != null) {
                    found.add(json.readValue(read.value(), RelayProgress.class));
                }
            }
        }
        return found;
    }
}
