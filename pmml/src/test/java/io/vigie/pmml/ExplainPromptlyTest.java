package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.pmml.Explanation.Explained;
import io.vigie.pmml.Explanation.Unexplained;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That whoever scores for all gets reasons in a time that they can spare, or an answer without them. */
class ExplainPromptlyTest {

    private static final Reference AB =
            new Reference(Map.of("a", 2.0, "b", 1.0), Map.of("a", new Range(1, 4), "b", new Range(0, 3)));

    private final Map<String, Double> features = Map.of("a", 3.0, "b", 3.0);

    @Test
    void givenTimeEnough_whenExplained_thenAsWithoutALimit() {
        Model model = Risks.uploaded(Risks.LINE, AB);

        assertThat(model.explain(features, Duration.ofMinutes(1))).isEqualTo(model.explain(features));
    }

    @Test
    void givenNoTime_whenExplained_thenTheAnswerWithoutItsReasons() {
        Model model = Risks.uploaded(Risks.LINE, AB);
        Explained explained = (Explained) model.explain(features);

        assertThat(model.explain(features, Duration.ZERO))
                .isEqualTo(new Unexplained(explained.probability(), explained.baseValue()));
    }

    @Test
    void givenLittleTime_whenAModelIsSlow_thenTheAnswerWithoutItsReasonsSoonAfter() {
        Model model = Risks.uploaded(neighbours(5_000), AB);

        assertThat(model.explain(features, Duration.ofNanos(1))).isInstanceOf(Unexplained.class);
        assertThat(model.explain(features)).isInstanceOf(Explained.class);
    }

    @Test
    void givenNoTimeAndWhatCantBeAnswered_whenExplained_thenRefused() {
        Model model = Risks.uploaded(Risks.LINE, AB);

        assertThat(model.explain(Map.of("a", 3.0), Duration.ZERO)).isEqualTo(new Explanation.Refused("b is missing."));
    }

    @Test
    void givenAModelWhoseReasonsTakeLong_whenItIsToScoreForAll_thenRefusedForTheirTime() {
        Model model = Risks.uploaded(doubling(18), AB);

        assertThatThrownBy(() -> Uploads.mustExplainInTime(model))
                .isInstanceOf(ModelRefused.class)
                .hasMessage("PMML: to explain an answer takes longer than 50 ms, and every score is explained")
                .extracting("remedy")
                .asString()
                .contains("fewer neighbours or fewer inputs");
    }

    @Test
    void givenAFewNeighbours_whenTheyAreToScoreForAll_thenTheyMay() {
        Model model = Risks.uploaded(neighbours(100), AB);

        assertThatCode(() -> Uploads.mustExplainInTime(model)).doesNotThrowAnyException();
    }

    /** A function that calls the one before it twice, and so on down to the first. */
    private static String doubling(int times) {
        StringBuilder functions = new StringBuilder("<TransformationDictionary>");
        for (int time = 0; time <= times; time++) {
            String before = "<Apply function=\"f" + (time - 1) + "\"><FieldRef field=\"p\"/></Apply>";
            functions
                    .append("<DefineFunction name=\"f")
                    .append(time)
                    .append("\" optype=\"continuous\" dataType=\"double\"><ParameterField name=\"p\"/>")
                    .append(
                            time == 0
                                    ? "<FieldRef field=\"p\"/>"
                                    : "<Apply function=\"max\">" + before + before + "</Apply>")
                    .append("</DefineFunction>");
        }
        functions
                .append("<DerivedField name=\"d\" optype=\"continuous\" dataType=\"double\"><Apply function=\"f")
                .append(times)
                .append("\"><FieldRef field=\"a\"/></Apply></DerivedField></TransformationDictionary>");
        return Risks.LINE
                .replace("<RegressionModel", functions + "<RegressionModel")
                .replace("NumericPredictor name=\"a\"", "NumericPredictor name=\"d\"");
    }

    private static String neighbours(int rows) {
        return Documents.text("nearest-neighbour-4.1")
                .replaceFirst(
                        "(?s)<row>.*</row>",
                        IntStream.range(0, rows)
                                .mapToObj(row ->
                                        "<row><a>" + row + "</a><b>" + row % 97 + "</b><y>0." + row % 10 + "</y></row>")
                                .collect(Collectors.joining()));
    }
}
