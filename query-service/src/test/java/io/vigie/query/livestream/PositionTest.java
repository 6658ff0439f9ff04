package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Position POSITION = new Position("0123456789ab", 42, 0);

    @Test
    void givenAPosition_whenItComesBack_thenItIsTheSame() {
        Position later = POSITION.next().next();

        assertThat(Position.of(POSITION.text())).contains(POSITION);
        assertThat(Position.of(later.text())).contains(later);
        assertThat(later.change()).isEqualTo(42);
    }

    @Test
    void givenALaterPosition_whenToldAsText_thenItsNumberIsHigherThanAnyBefore() {
        Position full = new Position("0123456789ab", 42, (1 << 20) - 1);
        Position later = new Position("0123456789ab", 43, 0);

        assertThat(number(POSITION.next().text())).isGreaterThan(number(POSITION.text()));
        assertThat(number(later.text())).isGreaterThan(number(full.text()));
        assertThat(full.next()).isEqualTo(full);
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(text.indexOf('-') + 1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "-1",
                "abc",
                "1",
                "0123456789ab",
                "0123456789ab-",
                "0123456789ab--1",
                "0123456789AB-1",
                "0123456789ab-1111111111111111111"
            })
    void givenWhatNoStreamSaid_whenRead_thenItIsNoPosition(String text) {
        assertThat(Position.of(text)).isEmpty();
    }
}
