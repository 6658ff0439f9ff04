package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.livestream.Outbox.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final long PACE = 250_000_000;
    private static final int MOST = 3;

    private final Outbox outbox = new Outbox(MOST);

    private static Message patch(String json, long since) {
        return new Message("clients", json, since);
    }

    private List<String> take(long now) {
        return outbox.take(now, 10).stream().map(Message::json).toList();
    }

    @Test
    void givenAThingThatWasNotSentLately_whenPut_thenItIsDueAtOnce() {
        assertThat(outbox.put("a", patch("1", 1))).isTrue();

        assertThat(take(5)).containsExactly("1");
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void givenAThingThatWasJustSent_whenItChanges_thenItsLastStateIsDueLaterAndOthersAtOnce() {
        outbox.put("a", patch("1", 1));
        take(0);
        outbox.put("a", patch("2", 2));
        outbox.put("a", patch("3", 3));
        outbox.put("b", patch("4", 4));

        assertThat(take(PACE - 1)).containsExactly("4");
        assertThat(take(PACE)).containsExactly("3");
        assertThat(take(10 * PACE)).isEmpty();
    }

    @Test
    void givenAChangeThatWaits_whenItIsReplaced_thenTheFirstOfBothStillHoldsThePositionBack() {
        outbox.put("a", patch("1", 7));
        outbox.put("a", patch("2", 9));
        outbox.put("b", patch("3", 8));

        assertThat(outbox.since()).isEqualTo(7);
        assertThat(outbox.take(0, 1)).extracting(Message::json).containsExactly("2");
        assertThat(outbox.since()).isEqualTo(8);
        take(1);
        assertThat(outbox.since()).isEqualTo(Outbox.NO_CHANGE);
    }

    @Test
    void givenAsManyAsMayWait_whenThereIsOneMore_thenItDoesntFitButALaterStateOfOneDoes() {
        for (String key : List.of("a", "b", "c")) {
            assertThat(outbox.put(key, patch(key, 1))).isTrue();
        }

        assertThat(outbox.put("d", patch("d", 2))).isFalse();
        assertThat(outbox.put("a", patch("e", 2))).isTrue();
        assertThat(outbox.put("standing", new Message("standing", "s", Outbox.NO_CHANGE)))
                .isTrue();
    }

    @Test
    void givenPatchesThatWait_whenReset_thenOnlyTheResetAndWhatIsNoPatchGoOut() {
        outbox.put("hello", new Message("hello", "h", Outbox.NO_CHANGE));
        outbox.put("a", patch("1", 1));

        outbox.reset();

        assertThat(outbox.take(0, 10)).extracting(Message::event).containsExactly("hello", "reset");
    }

    @Test
    void givenAReset_whenThereAreMore_thenOneASecondGoesOut() {
        outbox.reset();
        assertThat(events(0)).containsExactly("reset");
        outbox.reset();
        outbox.put("a", patch("1", 1));
        outbox.reset();

        assertThat(events(4 * PACE - 1)).isEmpty();
        assertThat(events(4 * PACE)).containsExactly("reset");
        assertThat(events(20 * PACE)).isEmpty();
    }

    private List<String> events(long now) {
        return outbox.take(now, 10).stream().map(Message::event).toList();
    }

    @Test
    void givenAThingThatChangesAllTheTime_whenTakenAllTheTime_thenFourASecond() {
        int sent = 0;
        for (long now = 0; now < 2_000_000_000L; now += 10_000_000) {
            outbox.put("a", patch("1", 1));
            sent += take(now).size();
        }

        assertThat(sent).isEqualTo(8);
    }
}
