package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.pmml.describe.Schema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a model says of itself, and what it says to records that don't fit. */
class DescribeAnyModelTest {

    @Test
    void givenModel_whenDescribed_thenItsSchemaAsJson() {
        Schema schema = Documents.model("neural-network-4.1").schema();

        assertThat(schema.modelType()).isEqualTo("NeuralNetwork");
        assertThat(schema.function()).isEqualTo("classification");
        assertThat(schema.pmmlVersion()).isEqualTo("4.1");
        assertThat(schema.producer()).isEqualTo("A pencil");
        assertThat(schema.elements()).isEqualTo(39);
        assertThat(schema.inputs()).extracting(Schema.Input::name).containsExactly("a", "b");
        assertThat(schema.inputs()).allMatch(Schema.Input::required);
        assertThat(schema.targets())
                .containsExactly(new Schema.Target("k", "string", "categorical", List.of("on", "off")));
        assertThat(schema.outputs())
                .extracting(Schema.Output::name)
                .containsExactly("k", "probability(on)", "probability(off)");
        String json = JsonMapper.shared().writeValueAsString(schema);
        assertThat(JsonMapper.shared().readValue(json, Schema.class)).isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-inf", "1e400", "0x1p9999", "1d"})
    void givenTextThatIsNoFiniteNumber_whenEvaluated_thenRefusedWithoutTheText(String text) {
        Answer answer = Documents.model("svm-4.2").evaluate(Map.of("a", text, "b", 1));

        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason())
                .matches("a is not a (finite )?number\\.")
                .doesNotContain(text));
    }

    @Test
    void givenValuesThatDoNotFit_whenEvaluated_thenRefusedByTheName() {
        AnyModel model = Documents.model("regression-exp-4.4");
        Map<String, Object> record = new HashMap<>(Map.of("x", 2, "z", 3, "colour", "secret-colour"));

        assertThat(model.evaluate(record))
                .isEqualTo(new Answer.Refused("colour has a value that the model doesn't take."));
        record.put("colour", List.of());
        assertThat(model.evaluate(record))
                .isEqualTo(new Answer.Refused("colour is neither a number, a text nor a truth value."));
        record.put("colour", "red");
        record.put("x", Double.NaN);
        assertThat(model.evaluate(record)).isEqualTo(new Answer.Refused("x is not a finite number."));
        // e^(2.5e307) has no number.
        record.put("x", 1e307);
        record.put("z", 1);
        assertThat(model.evaluate(record)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void givenProducerWithControlCharactersAndWithoutEnd_whenDescribed_thenShortAndClean() {
        String endless = Documents.text("svm-4.2").replace("A pencil", "A&#10;pencil " + "x".repeat(1_000));

        assertThat(Documents.accepted(endless).schema().producer())
                .startsWith("A pencil xxx")
                .hasSize(200);
    }

    @Test
    void givenLongAndExactNumbers_whenEvaluated_thenTheSameAsDouble() {
        AnyModel model = Documents.model("svm-4.2");

        assertThat(model.evaluate(Map.of("a", new BigDecimal("0.5"), "b", 1L)))
                .isEqualTo(model.evaluate(Map.of("a", 0.5, "b", 1)))
                .isInstanceOf(Answer.Given.class);
    }
}
