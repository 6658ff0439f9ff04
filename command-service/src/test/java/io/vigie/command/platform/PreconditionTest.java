package io.vigie.command.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.web.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", " * ", "\"1\", \"3\"", "\"1\",\"3\"", "W/\"9\", \"3\""})
    void givenThatVersion_whenChecked_thenItHolds(String header) {
        assertThatCode(() -> Precondition.of(List.of(header)).check(3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"1\", \"2\"", "\"33\"", "\"99999999999999999999\""})
    void givenAnotherVersion_whenChecked_thenStale(String header) {
        assertThatThrownBy(() -> Precondition.of(List.of(header)).check(3)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "\"three\"", "\"3", "\"3\" \"4\"", "\"3\",", "*, \"3\"", "w/\"3\"", "\"-1\"", "\"\""})
    void givenGarbage_whenRead_thenMalformed(String header) {
        assertThatThrownBy(() -> Precondition.of(List.of(header))).isInstanceOf(Rejected.class);
    }

    @Test
    void givenNothingThereYet_whenChecked_thenAnyDemandIsStale() {
        assertThatCode(() -> Precondition.of(List.of()).checkAbsent()).doesNotThrowAnyException();
        assertThatThrownBy(() -> Precondition.of(List.of("*")).checkAbsent()).isInstanceOf(Refused.class);
    }
}
