package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That nobody waits for an explanation for longer than was said. */
class ExplainInTimeTest {

    private static final Reasons TOO_LONG = new Reasons.Refused("The explanation takes too long.");

    private final Map<String, Object> record = Map.of("x0", 1, "x1", 1, "x2", 1);

    @Test
    void givenLittleTime_whenEveryCoalitionIsAskedFor_thenRefusedSoonAfter() {
        AnyModel forest = Documents.accepted(Documents.forest(100, 5));
        Explaining how = new Explaining("y", background("x0", "x1", "x2"), Explaining.PAIRS, Duration.ofMillis(20));

        long began = System.nanoTime();
        Reasons reasons = forest.explain(record, how);

        assertThat(reasons).isEqualTo(TOO_LONG);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void givenLittleTime_whenSampled_thenRefusedSoonAfter() {
        String[] names = new String[14];
        StringBuilder predictors = new StringBuilder();
        String wide = Snippets.LINE;
        for (int input = 0; input < names.length; input++) {
            names[input] = "v" + input;
            wide = wide.replace(
                            "<DataField name=\"y\"",
                            "<DataField name=\"v" + input + "\" optype=\"continuous\" dataType=\"double\"/>"
                                    + "<DataField name=\"y\"")
                    .replace(
                            "<MiningField name=\"z\"/>",
                            "<MiningField name=\"z\"/><MiningField name=\"v" + input + "\"/>");
            predictors.append("<NumericPredictor name=\"v" + input + "\" coefficient=\"0.1\"/>");
        }
        AnyModel model = Documents.accepted(wide.replaceFirst("<NumericPredictor", predictors + "<NumericPredictor"));
        Map<String, Object> wideRecord = new LinkedHashMap<>(Map.of("x", 1, "z", 1, "colour", "red"));
        List<Map<String, Object>> rows = new ArrayList<>();
        background(names).forEach(row -> {
            Map<String, Object> wideRow = new LinkedHashMap<>(row);
            wideRow.putAll(Map.of("x", 0, "z", 0, "colour", "blue"));
            rows.add(wideRow);
        });
        for (String name : names) {
            wideRecord.put(name, 2);
        }

        long began = System.nanoTime();
        Reasons reasons = model.explain(wideRecord, new Explaining("y", rows, 100_000, Duration.ofMillis(100)));

        assertThat(reasons).isEqualTo(TOO_LONG);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void givenRiskModelThatTakesTooLongToExplain_whenUploaded_thenRefusedAsItIsExplainedWithEveryScore() {
        byte[] document = Documents.bytes("boosting-4.4");
        Reference reference =
                new Reference(Map.of("a", 1.0, "b", 1.0), Map.of("a", new Range(0, 9), "b", new Range(0, 9)));
        ModelId id = new ModelId("churn", 1, "");

        assertThat(UploadedModel.of(id, document, reference, PmmlModel.LIMIT).explain(Map.of("a", 2.0, "b", 8.0)))
                .isInstanceOf(Explanation.Explained.class);
        assertThatThrownBy(() -> UploadedModel.of(id, document, reference, Duration.ofNanos(1)))
                .isInstanceOf(ModelRefused.class)
                .hasMessage("PMML: to explain an answer takes too long");
    }

    @Test
    void givenInterruptedThread_whenExplained_thenRefusedAndStillInterrupted() {
        AnyModel forest = Documents.accepted(Documents.forest(2, 2));
        Explaining how = Explaining.against("y", Map.of("x0", 0, "x1", 0, "x2", 0));
        assertThat(forest.explain(record, how)).isInstanceOf(Reasons.Explained.class);

        Thread.currentThread().interrupt();
        try {
            assertThat(forest.explain(record, how)).isEqualTo(TOO_LONG);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void givenNoTimeOrMoreThanAnHour_whenAskedFor_thenAnIllegalArgument() {
        for (Duration limit : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(2))) {
            assertThatThrownBy(() -> new Explaining("y", List.of(record), 2, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Map<String, Object>> background(String... names) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < 1_000; row++) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (String name : names) {
                values.put(name, row % 10);
            }
            rows.add(values);
        }
        return rows;
    }
}
