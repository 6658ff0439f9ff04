package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.features.ClientFacts;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ClientStateFormatTest {

    private static final ClientFacts FACTS = new ClientFacts(true, 44, 10200.5, true, 12, Double.NaN, 20514, 18323);

    @Test
    void givenAnyState_whenWrittenAndRead_thenTheSame() {
        ClientState before = ClientState.UNKNOWN
                .after(17, new ClientFacts(true, 44, 10200.5, true, 12, 3.5, 20514, 18323))
                .withParked(2);
        ClientState state = before.after(-4, null)
                .withLast(new LastScore(9, 123456789, -77, new double[] {1, 2, 3, 4, 5}, new int[] {1, 700}))
                .withUndo(before);

        ClientState read = ClientStateFormat.read(ClientStateFormat.write(state));

        assertThat(read).usingRecursiveComparison().isEqualTo(state);
    }

    @Test
    void givenNoState_whenRead_thenUnknown() {
        assertThat(ClientStateFormat.read(null)).isSameAs(ClientState.UNKNOWN);
    }

    @Test
    void givenStateOfALaterFormat_whenRead_thenRefusedInOneSentence() {
        assertThatThrownBy(() -> ClientStateFormat.read(new byte[] {9})).hasMessageContaining("format 9");
    }

    @Test
    void givenTheFormat_whenWritten_thenTheBytesAreAsFrozen() {
        ClientState state =
                ClientState.UNKNOWN.after(17, FACTS).withLast(new LastScore(1, 2, 3, new double[] {4}, new int[] {5}));

        assertThat(HexFormat.of().formatHex(ClientStateFormat.write(state)))
                .isEqualTo("020000000000000001" + "01" + "01" + "0000002c" + "40c3ec4000000000" + "01" + "0000000c"
                        + "7ff8000000000000" + "0000000000005022" + "0000000000004793" + "0000000000000001"
                        + "0000000000000002" + "0000000000000003" + "01" + "4010000000000000" + "000100000005" + "01"
                        + "0000000000000011" + "00000000" + "00");
    }

    @Test
    void givenStateOfTheFirstFormat_whenRead_thenNoVersionHasCountedTheClient() {
        byte[] first = HexFormat.of()
                .parseHex("010000000000000001" + "01" + "01" + "0000002c" + "40c3ec4000000000" + "01" + "0000000c"
                        + "7ff8000000000000" + "0000000000005022" + "0000000000004793" + "0000000000000001"
                        + "0000000000000002" + "0000000000000003" + "01" + "4010000000000000" + "01"
                        + "0000000000000011" + "00000000" + "00");

        ClientState expected =
                ClientState.UNKNOWN.after(17, FACTS).withLast(new LastScore(1, 2, 3, new double[] {4}, new int[0]));

        assertThat(ClientStateFormat.write(ClientStateFormat.read(first))).isEqualTo(ClientStateFormat.write(expected));
    }

    @Test
    void givenMoreEventsThanRemembered_whenAskedForAnOldOne_thenTakenForADuplicate() {
        ClientState state = ClientState.UNKNOWN;
        for (int version = 1; version <= 100; version++) {
            state = state.after(version, FACTS);
        }

        assertThat(state.recent()).hasSize(ClientState.MEMORY);
        assertThat(state.had(100, 100)).isTrue();
        assertThat(state.had(100, 99)).isFalse();
        assertThat(state.had(37, 99)).isFalse();
        assertThat(state.had(36, 99)).isTrue();
    }
}
