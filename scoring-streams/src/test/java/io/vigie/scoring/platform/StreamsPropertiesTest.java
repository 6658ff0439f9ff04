package io.vigie.scoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {

    private final Properties properties = StreamsProperties.of(
            Map.of("bootstrap.servers", "unused:1", "sasl.mechanism", "SCRAM-SHA-512"),
            new ScoringSettings(
                    new ScoringSettings.Topics(12, 1),
                    new ScoringSettings.Bands(0.3, 0.6),
                    new ScoringSettings.Scoring(
                            Duration.ofDays(1),
                            1,
                            Duration.ofMillis(20),
                            new ScoringSettings.Sketches(Duration.ofSeconds(10))),
                    Path.of("unused")));

    @Test
    void givenHowToSignIn_whenAnyClientIsMade_thenItDoes() {
        StreamsConfig config = new StreamsConfig(properties);

        assertThat(config.getMainConsumerConfigs("vigie-scoring", "one", 0))
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(config.getRestoreConsumerConfigs("one")).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(config.getProducerConfigs("one")).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(config.getAdminConfigs("one")).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    }

    @Test
    void givenAMemberThatWasKilled_whenItsSessionIsWaitedFor_thenMostOfFifteenSecondsIsLeftForTheStart() {
        var consumer = new StreamsConfig(properties).getMainConsumerConfigs("vigie-scoring", "one", 0);

        assertThat(consumer)
                .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000)
                .containsEntry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    }

    @Test
    void givenSeveralStores_whenTheyAreOpened_thenOneClassBoundsThemAll() {
        assertThat(new StreamsConfig(properties).getClass(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG))
                .isEqualTo(BoundedRocks.class);
    }
}
