package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.pmml.QuickPathTest.Both;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models by lot are answered from arrays as the evaluator answers, or are left to it. */
class QuickPathOfRandomModelsTest {

    private static final int MODELS = 40;
    private static final int RECORDS = 300;

    private interface Shape {
        String document(long seed);
    }

    private static Stream<DynamicTest> each(String name, Shape shape) {
        return LongStream.range(0, MODELS)
                .mapToObj(seed -> DynamicTest.dynamicTest(name + " " + seed, () -> {
                    Both both = Both.of(shape.document(seed));

                    QuickPathTest.equal(both, RECORDS);
                    assertThat(both.holds(both.compiled())).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> givenRegressionsOfNumbers_whenAskedForRandomRecords_thenWhatTheEvaluatorSays() {
        return Stream.of("none", "exp", "logit", "softmax", "cloglog")
                .flatMap(method -> each(method, seed -> RandomDocuments.regression(seed, method)));
    }

    @TestFactory
    Stream<DynamicTest> givenTreesOfEveryPredicate_whenAskedForRandomRecords_thenWhatTheEvaluatorSays() {
        return each("tree", RandomDocuments::tree);
    }

    @TestFactory
    Stream<DynamicTest> givenOutputsThroughTables_whenAskedForRandomRecords_thenWhatTheEvaluatorSays() {
        return each("table", RandomDocuments::mapped);
    }

    /** The arrays know nothing of other outputs than the risk, so they would answer where the evaluator can't. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 24, 32})
    void givenAnOutputThatThereMayNotAlwaysBe_whenTranslated_thenItIsLeftToTheEvaluator(long seed) {
        assertThat(QuickPathTest.compiled(RandomDocuments.mapped(seed))).isTrue();
        assertThat(QuickPathTest.compiled(RandomDocuments.mappedToNoNumber(seed)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "feature=\"predictedValue\" dataType=\"string\"/>|true",
                "feature=\"predictedValue\"/>|true",
                "feature=\"predictedValue\" dataType=\"integer\"/>|false",
                "feature=\"probability\" value=\"0\" dataType=\"double\"/>|true",
                "feature=\"probability\" value=\"0\" dataType=\"integer\"/>|false",
                "feature=\"transformedValue\" dataType=\"string\"><FieldRef field=\"p\"/></OutputField>|true",
                "feature=\"transformedValue\" dataType=\"double\"><FieldRef field=\"p\"/></OutputField>|false",
                "feature=\"transformedValue\" dataType=\"string\">MAP<row><in>2.5</in><out>x</out></row>END|true",
                "feature=\"transformedValue\" dataType=\"string\">MAP<row><in>x</in><out>x</out></row>END|false",
                "feature=\"transformedValue\" dataType=\"double\">MAP<row><in>2</in><out>1.5</out></row>END|true",
                "feature=\"transformedValue\" dataType=\"integer\">MAP<row><in>2</in><out>1.5</out></row>END|false",
                "feature=\"transformedValue\" dataType=\"boolean\">MAP<row><in>2</in><out>1</out></row>END|false"
            })
    void givenOutputsBesideTheRisk_whenTranslated_thenOnlyThoseThatThereAlwaysAre(String output, boolean translated) {
        String document = PlainDocuments.of("tree")
                .replace(
                        "</Output>",
                        "<OutputField name=\"o\" optype=\"categorical\" "
                                + output.replace(
                                                "MAP",
                                                "<MapValues outputColumn=\"out\"><FieldColumnPair field=\"a\""
                                                        + " column=\"in\"/><InlineTable>")
                                        .replace("END", "</InlineTable></MapValues></OutputField>")
                                + "</Output>");

        assertThat(QuickPathTest.compiled(document)).isEqualTo(translated);
    }
}
