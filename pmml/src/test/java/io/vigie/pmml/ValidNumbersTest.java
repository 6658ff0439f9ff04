package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers a document declares valid. */
class ValidNumbersTest {

    private static final String SITES = "<DataField name=\"Num_Sites\" optype=\"continuous\" dataType=\"double\"";

    private static Model declaring(String inside) throws IOException {
        try (InputStream document = Models.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            String text = new String(Objects.requireNonNull(document).readAllBytes(), UTF_8);
            Model first = Models.committed("churn", 1);
            return Models.uploaded(
                    "churn",
                    2,
                    // Its verification rows have values that no list here has.
                    text.replaceAll("(?s)<ModelVerification.*</ModelVerification>", "")
                            .replace(SITES + "/>", SITES + ">" + inside + "</DataField>")
                            .getBytes(UTF_8),
                    new Reference(first.referencePoint(), first.trainingRanges()));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-0.001, false", "49.9, true", "50, false", "70, false", "80, true", "81, false"})
    void givenIntervals_whenAsked_thenOnlyWhatIsInOne(double sites, boolean valid) throws IOException {
        Model model = declaring("<Interval closure=\"closedOpen\" leftMargin=\"0\" rightMargin=\"50\"/>"
                + "<Interval closure=\"openClosed\" leftMargin=\"70\" rightMargin=\"80\"/>");

        assertThat(model.allows("Num_Sites", sites)).isEqualTo(valid);
        assertThat(model.allows("Age", -1)).isTrue();
        assertThat(model.allows("Colour", 3)).isTrue();
    }

    @Test
    void givenAValueThatIsDeclaredInvalid_whenAsked_thenOnlyThatIsNot() throws IOException {
        Model model = declaring("<Value value=\"99\" property=\"invalid\"/>");

        assertThat(model.allows("Num_Sites", 99)).isFalse();
        assertThat(model.allows("Num_Sites", 8)).isTrue();
    }

    @Test
    void givenAListOfValuesAndAnInterval_whenAsked_thenTheListDecidesAsForTheEvaluator() throws IOException {
        Model model = declaring("<Interval closure=\"closedClosed\" leftMargin=\"0\" rightMargin=\"50\"/>"
                + "<Value value=\"99\"/><Value value=\"8.56944444444444\"/><Value value=\"3\"/><Value value=\"14\"/>"
                + "<Value value=\"-1\" property=\"missing\"/>");

        assertThat(model.allows("Num_Sites", 99)).isTrue();
        assertThat(model.allows("Num_Sites", 10)).isFalse();
        assertThat(model.allows("Num_Sites", -1)).isFalse();
        Map<String, Double> features = new HashMap<>(model.referencePoint());
        features.put("Num_Sites", 10.0);
        assertThat(model.evaluate(features)).isInstanceOf(Evaluation.Refused.class);
        features.put("Num_Sites", 99.0);
        assertThat(model.evaluate(features)).isInstanceOf(Evaluation.Scored.class);
    }
}
