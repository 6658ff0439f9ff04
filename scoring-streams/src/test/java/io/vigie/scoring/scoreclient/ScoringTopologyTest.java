package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.contracts.score.Bands;
import io.vigie.scoring.models.Deployments;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTopologyTest {

    @Test
    void givenTheTopology_whenDescribed_thenEveryNameIsAsFrozen() throws Exception {
        try (InputStream golden = getClass().getResourceAsStream("/topology.golden.txt")) {
            assertThat(topology(Duration.ofDays(1)).describe().toString().strip())
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8).strip());
        }
    }

    @Test
    void givenScheduleBelowASecond_whenBuilt_thenRefused() {
        assertThatThrownBy(() -> topology(Duration.ZERO)).hasMessageContaining("vigie.scoring.schedule");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.6", "0.6, 0.3", "0.3, 1.1", "NaN, 0.6"})
    void givenBandsOutOfOrder_whenBuilt_thenRefused(double medium, double high) {
        assertThatThrownBy(() -> new Bands(medium, high)).hasMessageContaining("vigie.bands");
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "0.29999999, LOW", "0.3, MEDIUM", "0.59999999, MEDIUM", "0.6, HIGH", "1, HIGH"})
    void givenProbability_whenBanded_thenIntervalsAreHalfOpen(double probability, String band) {
        assertThat(new Bands(0.3, 0.6).of(probability).name()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "32503680000000, 32503680000000"})
    void givenAnyTimestamp_whenExtracted_thenNeverNegativeSoThatTheRecordIsNotDropped(long told, long expected) {
        var record = new ConsumerRecord<Object, Object>(
                "t",
                0,
                0,
                told,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                "k",
                "v",
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                java.util.Optional.empty());

        assertThat(new TolerantTimestamps().extract(record, -1)).isEqualTo(expected);
    }

    private static Topology topology(Duration schedule) {
        return ScoringTopology.of(new ScoringSetup(
                new Deployments(),
                partition -> OptionalLong.empty(),
                new Bands(0.3, 0.6),
                schedule,
                Duration.ofSeconds(10),
                12,
                Duration.ofMillis(20),
                Duration.ofSeconds(1),
                Clock.systemUTC(),
                new ScoringMetrics(new SimpleMeterRegistry())));
    }
}
