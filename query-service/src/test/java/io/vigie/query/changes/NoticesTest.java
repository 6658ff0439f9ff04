package io.vigie.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.changes.Change.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticesTest {

    @Test
    void givenEachKindOfChange_whenToldAndRead_thenItIsTheSame() {
        List<Change> changes = List.of(
                Change.client("c-1", 3, 500),
                Change.handedOver("c-1", "ada.b_C-9"),
                Change.of(Kind.SCORE, "x".repeat(64)),
                Change.of(Kind.ACCOUNT_MANAGER, "ada"),
                Change.of(Kind.MODEL, "churn"),
                Change.of(Kind.DEAD_LETTER, "4711"));

        List<String> notices = Notices.of(changes);

        assertThat(notices).hasSize(1);
        assertThat(Notices.read(notices.get(0))).isEqualTo(changes);
        assertThat(Notices.isOfAll(notices.get(0))).isFalse();
    }

    @Test
    void givenMoreThanOneNoticeTakes_whenTold_thenNoneIsTooLongAndNothingIsMissing() {
        List<Change> changes = IntStream.range(0, 2_000)
                .mapToObj(i -> Change.handedOver("c".repeat(60) + i, "m".repeat(64)))
                .toList();

        List<String> notices = Notices.of(changes);

        assertThat(notices).hasSizeGreaterThan(30).allMatch(notice -> notice.length() < 8_000);
        assertThat(notices.stream().flatMap(notice -> Notices.read(notice).stream()))
                .containsExactlyElementsOf(changes);
    }
}
