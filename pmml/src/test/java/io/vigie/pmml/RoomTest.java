package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** That what a document needs is looked for before it is taken. */
class RoomTest {

    private static final long HUNDRED = 100_000_000;

    private final Room room = new Room(() -> HUNDRED);

    @Test
    void givenRoomEnough_whenWorkIsDone_thenItIsKeptFromOthersMeanwhileAndGivenBack() {
        String done = room.keep(60_000_000, () -> {
            assertThatThrownBy(() -> room.keep(60_000_000, () -> "two at once"))
                    .isInstanceOf(ModelRefused.class)
                    .hasMessage("PMML: it needs about 60 MB of memory, of which this process has 40 MB left")
                    .hasCauseInstanceOf(Room.Missing.class);
            return room.keep(40_000_000, () -> "room for both");
        });

        assertThat(done).isEqualTo("room for both");
        assertThat(room.<String>keep(HUNDRED, () -> "all of it")).isEqualTo("all of it");
    }

    @Test
    void givenWorkThatFails_whenItIsOver_thenItsRoomIsGivenBack() {
        assertThatThrownBy(() -> room.keep(HUNDRED, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(room.<String>keep(HUNDRED, () -> "all of it")).isEqualTo("all of it");
    }

    @Test
    void givenTooLittleRoom_whenAskedFor_thenNothingIsBegun() {
        AtomicBoolean begun = new AtomicBoolean();

        assertThatThrownBy(() -> room.keep(HUNDRED + 1, () -> {
                    begun.set(true);
                    return begun;
                }))
                .isInstanceOf(ModelRefused.class);

        assertThat(begun).isFalse();
    }

    @Test
    void givenElementsAndCells_whenEstimated_thenEachCountsForWhatIsMadeOfIt() {
        long nothing = Room.of(bytes(""));
        long elements = Room.of(bytes("<a><b/><!-- --></a>"));
        long cells = Room.of(bytes("<p:InlineTable><row><x>1</x></row></p:InlineTable><a/>"));

        assertThat(elements - nothing).isEqualTo(3 * 150);
        assertThat(cells - nothing).isEqualTo(3 * 750 + 150);
    }

    private static byte[] bytes(String text) {
        return (text + " ".repeat(100 - text.length())).getBytes(UTF_8);
    }
}
