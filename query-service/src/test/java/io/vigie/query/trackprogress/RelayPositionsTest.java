package io.vigie.query.trackprogress;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.testing.Lives;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayPositionsTest {

    private static final List<RelayProgress> IN_ORDER = List.of(
            // 20 twice: a parked client was released without going on.
            position(10, 1, 5), position(20, 3, 7), position(20, 4, 8), position(30, 5, 9));

    private static RelayProgress position(long transaction, long sent, long end) {
        return new RelayProgress(transaction, transaction, sent, Map.of("events", Map.of(0, end)), Lives.NOON);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givenPositionsTwiceAndInAnyOrder_whenAsked_thenAsInOrderAndOnce(long seed) {
        List<RelayProgress> shuffled = new ArrayList<>(IN_ORDER);
        shuffled.addAll(IN_ORDER);
        Collections.shuffle(shuffled, new Random(seed));
        RelayPositions positions = new RelayPositions();
        shuffled.forEach(positions::add);

        assertThat(positions.covering(5)).contains(IN_ORDER.get(0));
        assertThat(positions.covering(10)).contains(IN_ORDER.get(0));
        assertThat(positions.covering(11)).contains(IN_ORDER.get(2));
        assertThat(positions.covering(20)).contains(IN_ORDER.get(2));
        assertThat(positions.covering(21)).contains(IN_ORDER.get(3));
        assertThat(positions.covering(31)).isEmpty();
        assertThat(positions.head()).contains(IN_ORDER.get(3));
        assertThat(positions.newestFirst()).containsExactly(IN_ORDER.get(3), IN_ORDER.get(2), IN_ORDER.get(0));
    }

    @Test
    void givenMoreThanAreKept_whenAdded_thenTheOldestGo() {
        RelayPositions positions = new RelayPositions();
        for (int transaction = 1; transaction <= 6_000; transaction++) {
            positions.add(position(transaction, transaction, transaction));
        }

        assertThat(positions.newestFirst()).hasSize(5_000);
        assertThat(positions.covering(1)).contains(position(1_001, 1_001, 1_001));
    }
}
