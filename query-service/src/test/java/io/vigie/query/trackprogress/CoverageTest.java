package io.vigie.query.trackprogress;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.trackprogress.AppliedOffsets.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class CoverageTest {

    private static final String EVENTS = Topics.CLIENT_EVENTS.name();
    private static final Demand OF_MANY = new Demand(7, false, null, Portfolio.everybodys());
    private static final Demand OF_MANY_WITH_SCORES = new Demand(7, true, null, Portfolio.everybodys());
    private static final Demand OF_ONE_WITH_SCORES = new Demand(7, true, "c-1", Portfolio.everybodys());

    private final RelayPositions positions = new RelayPositions();
    private final Coverage coverage =
            new Coverage(positions, new AppliedOffsets(new JdbcTemplate()), Clock.systemUTC());

    CoverageTest() {
        positions.add(new RelayProgress(7, 20, 20, Map.of(EVENTS, Map.of(3, 99L)), Instant.EPOCH));
    }

    private static Reading reading(long next, @Nullable Long scored) {
        return new Reading(0, Map.of(new TopicPartition(EVENTS, 3), next), scored == null ? null : Map.of(3, scored));
    }

    @Test
    void givenEventsUpToTheToken_whenScoresMatter_thenOnlyTheirOwnOffsetsCount() {
        assertThat(coverage.covers(OF_MANY_WITH_SCORES, reading(99, 98L))).isFalse();
        assertThat(coverage.covers(OF_MANY_WITH_SCORES, reading(99, 99L))).isTrue();
        assertThat(coverage.covers(OF_MANY_WITH_SCORES, reading(98, 99L))).isFalse();
    }

    @Test
    void givenNobodyAskedForScores_whenTheyMatter_thenItIsNotSaidThatTheyAreThere() {
        assertThat(coverage.covers(OF_MANY_WITH_SCORES, reading(99, null))).isFalse();
        assertThat(coverage.covers(OF_MANY, reading(99, null))).isTrue();
        assertThat(coverage.covers(OF_ONE_WITH_SCORES, reading(99, null))).isTrue();
    }

    @Test
    void givenTokenThatTheRelayHasNotReached_whenAsked_thenNotCovered() {
        assertThat(coverage.covers(new Demand(8, false, null, Portfolio.everybodys()), reading(1_000, 1_000L)))
                .isFalse();
    }
}
