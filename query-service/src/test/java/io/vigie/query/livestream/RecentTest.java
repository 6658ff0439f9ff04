package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent recent = new Recent(3);

    private static Change change(int id) {
        return Change.of(Kind.SCORE, "c" + id);
    }

    @Test
    void givenMoreThanAreKept_whenAskedForLaterOnes_thenOnlyWhereNoneIsMissing() {
        assertThat(recent.reachesTo(0)).isTrue();
        for (int id = 1; id <= 5; id++) {
            assertThat(recent.add(change(id))).isEqualTo(id);
        }

        assertThat(recent.reachesTo(1)).isFalse();
        assertThat(recent.reachesTo(2)).isTrue();
        assertThat(recent.after(2)).containsExactly(change(3), change(4), change(5));
        assertThat(recent.after(5)).isEmpty();
        assertThat(recent.reachesTo(5)).isTrue();
        assertThat(recent.reachesTo(6)).isFalse();
    }

    @Test
    void givenAnEnd_whenCleared_thenNumbersGoOnAndNothingBeforeIsKnown() {
        recent.add(change(1));
        recent.clear();

        assertThat(recent.reachesTo(0)).isFalse();
        assertThat(recent.reachesTo(1)).isTrue();
        assertThat(recent.add(change(2))).isEqualTo(2);
        assertThat(recent.after(1)).containsExactly(change(2));
    }
}
