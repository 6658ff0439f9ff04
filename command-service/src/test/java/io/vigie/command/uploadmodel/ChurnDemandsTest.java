package io.vigie.command.uploadmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.ModelRefused;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** That what is to score clients explains them soon enough. */
class ChurnDemandsTest {

    private static final GivenReference NONE = new GivenReference(Map.of(), Map.of());
    private static final List<String> INPUTS = ChurnFeatures.NAMES;

    private final ChurnDemands demands = new ChurnDemands(new RegisteredFeatures(
            new JdbcTemplate(), Jackson3Serializer.builder().build(), Clock.systemUTC()));

    @Test
    void givenAModelWhoseReasonsTakeLong_whenItIsToScore_thenRefusedWithWhatToDo() {
        assertThatThrownBy(() -> demands.reference(neighbours(15_000), INPUTS, NONE))
                .isInstanceOf(ModelRefused.class)
                .hasMessage("PMML: to explain an answer takes longer than 50 ms, and every score is explained");
    }

    @Test
    void givenAModelOfThatKindWhoseReasonsDont_whenItIsToScore_thenItMay() {
        assertThat(demands.reference(neighbours(20), INPUTS, NONE).referencePoint())
                .containsOnlyKeys(INPUTS);
    }

    private static byte[] neighbours(int rows) {
        String table = IntStream.range(0, rows)
                .mapToObj(row -> "<row>" + each(name -> "<" + name + ">" + row * 31 % 97 + "</" + name + ">") + "<y>0."
                        + row % 10 + "</y></row>")
                .collect(Collectors.joining());
        return ("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                        + each("<DataField name=\"%s\" optype=\"continuous\" dataType=\"double\"/>")
                        + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                        + "<NearestNeighborModel functionName=\"regression\" numberOfNeighbors=\"3\""
                        + " continuousScoringMethod=\"average\"><MiningSchema>"
                        + each("<MiningField name=\"%s\"/>")
                        + "<MiningField name=\"y\" usageType=\"target\"/></MiningSchema>"
                        + "<TrainingInstances isTransformed=\"false\"><InstanceFields>"
                        + each("<InstanceField field=\"%1$s\" column=\"%1$s\"/>")
                        + "<InstanceField field=\"y\" column=\"y\"/></InstanceFields><InlineTable>" + table
                        + "</InlineTable></TrainingInstances><ComparisonMeasure kind=\"distance\"><euclidean/>"
                        + "</ComparisonMeasure><KNNInputs>"
                        + each("<KNNInput field=\"%s\" compareFunction=\"absDiff\"/>")
                        + "</KNNInputs></NearestNeighborModel></PMML>")
                .getBytes(UTF_8);
    }

    private static String each(String template) {
        return each(name -> String.format(Locale.ROOT, template, name));
    }

    private static String each(Function<String, String> text) {
        return INPUTS.stream().map(text).collect(Collectors.joining());
    }
}
