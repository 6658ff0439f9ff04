package io.vigie.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.load.Transcript;
import io.vigie.acceptance.load.Transcript.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One client, of which two versions are shown, and somebody who was told of both. */
class ToldCheckTest {

    private final List<Told> transcript = new ArrayList<>(List.of(
            new Told("a-1", "hello", "", 0),
            new Told("a-2", Transcript.CLIENTS, "c-1", 1),
            new Told("a-3", Transcript.EVENTS, "c-1", 1),
            new Told("a-4", Transcript.EVENTS, "c-1", 2),
            new Told("a-5", Transcript.CLIENTS, "c-1", 2)));

    private List<String> findings() {
        return ToldCheck.findings(transcript, new HandMade().evidence().shown());
    }

    @Test
    void givenAllThatHappened_whenChecked_thenNothingIsFound() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void givenOnlyTheLastState_whenChecked_thenTheEventsThatWereNotToldAreFound() {
        transcript.subList(1, 4).clear();

        assertThat(findings()).containsExactly("c-1/1 was never told", "c-1/2 was never told");
    }

    @Test
    void givenAStateThatWasNotTold_whenChecked_thenItIsFound() {
        transcript.remove(4);

        assertThat(findings()).containsExactly("c-1 was last told as 1 and is shown as 2");
    }

    @Test
    void givenNothingToldButRead_whenChecked_thenNothingIsFound() {
        transcript.clear();
        transcript.add(new Told("a-1", Transcript.RESET, "", 0));
        transcript.add(new Told("", Transcript.READ, "c-1", 2));

        assertThat(findings()).isEmpty();
    }

    @Test
    void givenAResetAfterWhichNothingWasRead_whenChecked_thenWhatWasMissedIsFound() {
        transcript.clear();
        transcript.add(new Told("a-1", Transcript.RESET, "", 0));

        assertThat(findings())
                .containsExactly(
                        "c-1 was last told as 0 and is shown as 2", "c-1/1 was never told", "c-1/2 was never told");
    }

    @Test
    void givenAnEventThatWasReadOf_whenChecked_thenOnlyLaterOnesHadToBeTold() {
        transcript.set(2, new Told("", Transcript.READ, "c-1", 1));

        assertThat(findings()).isEmpty();
    }

    @Test
    void givenWhatNeverHappened_whenChecked_thenItIsFound() {
        transcript.add(new Told("a-6", Transcript.EVENTS, "c-1", 3));
        transcript.add(new Told("a-7", Transcript.CLIENTS, "c-2", 1));

        assertThat(findings()).containsExactly("c-1/3 was told and isn't shown", "c-2 was told and isn't shown");
    }

    @Test
    void givenAClientThatGoesBack_whenChecked_thenItIsFound() {
        transcript.add(new Told("a-6", Transcript.CLIENTS, "c-1", 1));
        transcript.add(new Told("a-7", Transcript.CLIENTS, "c-1", 2));

        assertThat(findings()).containsExactly("c-1 was told as 1 after 2");
    }

    @Test
    void givenAnIdThatDoesntRise_whenChecked_thenItIsFoundUnlessNumbersBeganAnew() {
        transcript.add(new Told("a-5", "standing", "", 0));
        transcript.add(new Told("b-1", "standing", "", 0));

        assertThat(findings()).containsExactly("the id a-5 came after 5");
    }
}
