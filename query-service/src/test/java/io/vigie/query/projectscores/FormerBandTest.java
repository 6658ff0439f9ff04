package io.vigie.query.projectscores;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.testing.Lives;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerBandTest {

    /** One letter a score, a second apart; a dot where there was no answer. */
    @ParameterizedTest
    @CsvSource({
        "L,-,",
        "LLL,-,",
        "LM,L,2",
        "LMH,M,3",
        "LMHH,M,3",
        "LMLM,L,4",
        ".,-,",
        ".L,-,",
        "LM.,M,",
        "LM..,M,",
        "L.M,L,3",
        "LM.H,M,4",
        "LM.M,-,",
        "LM.HH,M,4",
        "L.L.H,L,5"
    })
    void givenBandsOneByOne_whenTold_thenTheOneBeforeAndSinceWhen(
            String bands, String former, @Nullable Integer since) {
        FormerBand told = FormerBand.NONE;
        String held = null;
        for (int i = 0; i < bands.length(); i++) {
            String next = bands.charAt(i) == '.' ? null : String.valueOf(bands.charAt(i));
            told = told.after(held, next, at(i + 1));
            held = next;
        }

        assertThat(told)
                .isEqualTo(new FormerBand(former.equals("-") ? null : former, since == null ? null : at(since)));
    }

    private static Instant at(int score) {
        return Lives.NOON.plusSeconds(score);
    }
}
