package io.vigie.standalone.model.promote;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.standalone.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", " yes "})
    void givenAYes_whenAsked_thenItGoesOn(String typed) {
        assertThatCode(() -> new Consent().demand("Sure?", question -> typed)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "no", "yesterday"})
    void givenAnythingElse_whenAsked_thenNothingIsDone(String typed) {
        assertThatThrownBy(() -> new Consent().demand("Sure?", question -> typed))
                .isInstanceOf(Refusal.class)
                .hasMessage("Nothing was done.");
    }
}
