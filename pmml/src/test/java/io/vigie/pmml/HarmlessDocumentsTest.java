package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a check that counts too much would refuse, and that names and long lists do no harm. */
class HarmlessDocumentsTest {

    @Test
    void givenManyConcatenationsThatHaveNothingToDoWithEachOther_whenUploaded_thenAccepted() {
        StringBuilder fields = new StringBuilder();
        for (int index = 0; index < 12; index++) {
            fields.append("<DerivedField name=\"t" + index + "\" optype=\"categorical\" dataType=\"string\">"
                    + Snippets.apply("concat", Snippets.ref("colour"), "<Constant>-</Constant>", Snippets.ref("colour"))
                    + "</DerivedField>");
        }

        assertThat(Documents.accepted(Snippets.transformed(fields.toString()))
                        .schema()
                        .inputs())
                .hasSize(3);
    }

    @Test
    void givenManyTreesThatShareTwoThousandFields_whenUploaded_thenAcceptedAndAnswered() {
        AnyModel model = Documents.accepted(BadCosts.shared(1_500, ""));

        // x + index < 500 for the first 500 trees: 500 · 1 + 1,000 · 2
        assertThat(model.evaluate(Map.of("x", 0))).isEqualTo(new Answer.Given(Map.of("y", 2_500.0)));
    }

    @Test
    void givenWordsInTablesThatLookLikeNoNumbers_whenUploaded_thenAccepted() {
        String words =
                Snippets.derived("<MapValues outputColumn=\"out\"><FieldColumnPair field=\"colour\" column=\"in\"/>"
                        + "<InlineTable><row><in>NaN</in><out>3</out></row></InlineTable></MapValues>");
        String neighbours = Documents.text("nearest-neighbour-4.1")
                .replace(
                        "name=\"y\" optype=\"continuous\" dataType=\"double\"",
                        "name=\"y\" optype=\"categorical\" dataType=\"string\"")
                .replace("functionName=\"regression\"", "functionName=\"classification\"")
                .replace("continuousScoringMethod=\"average\"", "categoricalScoringMethod=\"majorityVote\"")
                .replace("<y>100</y>", "<y>Infinity</y>");

        assertThat(Documents.accepted(words).schema().inputs()).hasSize(3);
        assertThat(Documents.accepted(neighbours).evaluate(Map.of("a", 9, "b", 9)))
                .isInstanceOf(Answer.Given.class);
    }

    @Test
    void givenFieldWhoseNameCouldDoHarm_whenItsValueIsRefused_thenItIsNotRepeated() {
        String document = Snippets.LINE.replace("\"z\"", "\"&lt;b&gt;\"");
        AnyModel model = Documents.accepted(document);

        for (Object value : new Object[] {Double.NaN, "0x1p3", "9".repeat(20_000), List.of(), "nonsense"}) {
            Map<String, Object> record = new LinkedHashMap<>(Map.of("x", 1, "colour", "red"));
            record.put("<b>", value);
            assertThat(((Answer.Refused) model.evaluate(record)).reason())
                    .startsWith("(unprintable name) ")
                    .doesNotContain("<");
        }
    }

    @Test
    void givenFiftyThousandCategories_whenManyRecordsArePrepared_thenTheListIsNotSearchedForEach() {
        StringBuilder values = new StringBuilder();
        List<String> categories = new ArrayList<>();
        for (int index = 0; index < 50_000; index++) {
            categories.add("category " + index);
            values.append("<Value value=\"category ").append(index).append("\"/>");
        }
        Records records = new Records(
                Documents.accepted(Snippets.LINE.replace("<Value value=\"blue\"/>", "<Value value=\"blue\"/>" + values))
                        .schema());
        String last = categories.get(categories.size() - 1);

        long began = System.nanoTime();
        for (int time = 0; time < 20_000; time++) {
            assertThat(records.prepare(Map.of("x", 1, "z", 1, "colour", last)))
                    .isInstanceOf(Records.Prepared.Values.class);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }
}
