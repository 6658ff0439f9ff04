package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final Position POSITION = new Position("0123456789ab", 42);

    @Test
    void givenAPosition_whenItComesBack_thenItIsTheSameHoweverManyEventsWereSentThere() {
        assertThat(Position.of(POSITION.text(0))).contains(POSITION);
        assertThat(Position.of(POSITION.text(7))).contains(POSITION);
        assertThat(Position.of(POSITION.text(Integer.MAX_VALUE))).contains(POSITION);
    }

    @Test
    void givenALaterPosition_whenToldAsText_thenItsNumberIsHigherThanAnyBefore() {
        Position later = new Position("0123456789ab", 43);

        assertThat(number(POSITION.text(1))).isGreaterThan(number(POSITION.text(0)));
        assertThat(number(later.text(0))).isGreaterThan(number(POSITION.text(Integer.MAX_VALUE)));
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
