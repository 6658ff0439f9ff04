package io.vigie.training.fit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.training.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {

    @ParameterizedTest
    @ValueSource(ints = {11, 22, 25})
    void givenAJavaThatSparkCannotUse_whenAsked_thenTheSentenceNamesIt(int java) {
        assertThatThrownBy(() -> Engine.mustSuit(java))
                .isInstanceOf(Refusal.class)
                .hasMessage("Training needs JDK 17 to 21, this is " + java + ": set JAVA_HOME.");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18, 21})
    void givenAJavaThatSparkCanUse_whenAsked_thenNothing(int java) {
        assertThatCode(() -> Engine.mustSuit(java)).doesNotThrowAnyException();
    }
}
