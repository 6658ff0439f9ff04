package io.vigie.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.load.Operation;
import io.vigie.acceptance.load.Outcome;
import io.vigie.acceptance.load.Outcome.State;
import io.vigie.acceptance.system.Json;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Sketch;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each comparison of the checks finds what differs, and nothing where nothing does. */
class CheckerTest {

    private static final String CAPACITY = "account-manager-capacity-changed";

    private final HandMade made = new HandMade();

    @Test
    void givenNothingWrong_whenChecked_thenNothingIsFound() {
        Evidence evidence = made.evidence();

        assertThat(Stream.of(
                                ActorCheck.findings(HandMade.ACTOR, evidence),
                                StreamCheck.findings(evidence),
                                ScoreCheck.findings(evidence),
                                SketchCheck.findings(evidence),
                                ViewCheck.findings(evidence),
                                ManagerCheck.findings(evidence),
                                ListCheck.findings(evidence),
                                Totals.findings(evidence.shown()))
                        .flatMap(List::stream))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "company",
                "location",
                "state",
                "age",
                "years",
                "onboardedOn",
                "totalPurchase",
                "numSites",
                "managedElsewhere",
                "status",
                "version",
                "accountManager/accountManagerId",
                "accountManager/name",
                "risk/score",
                "risk/band",
                "risk/reasons",
                "risk/model",
                "risk/modelVersion",
                "risk/scoredAt",
                "risk/clientVersion"
            })
    void givenAClientShownWithAnotherValue_whenChecked_thenItIsFound(String field) {
        change(made.client, field);

        assertThat(ViewCheck.findings(made.evidence()))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("c-1: ").contains(" by the events "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "status", "capacity", "version", "load"})
    void givenAnAccountManagerShownWithAnotherValue_whenChecked_thenItIsFound(String field) {
        change(made.manager, field);

        assertThat(ManagerCheck.findings(made.evidence())).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("m-1: " + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "eventId", "type", "revision", "time", "actor", "payload/personal/name"})
    void givenAnEventListedWithAnotherValue_whenChecked_thenItIsFound(String field) {
        change(made.event, field);

        assertThat(ListCheck.findings(made.evidence())).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("c-1/1: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome", "probability", "features/Years", "scoredAt", "model/version", "scoreSequence"})
    void givenAScoreListedWithAnotherValue_whenChecked_thenItIsFound(String field) {
        change(made.score, field);

        assertThat(ListCheck.findings(made.evidence())).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("c-1: score 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventId",
                "outcome",
                "features/Age",
                "features/Total_Purchase",
                "features/Account_Manager",
                "features/Years",
                "features/Num_Sites",
                "probability",
                "band",
                "model/name",
                "model/version",
                "model/sha256",
                "scoreSequence",
                "clientVersion"
            })
    void givenAScoreRecordWithAnotherValue_whenChecked_thenItIsFound(String field) {
        change(made.record, field);

        assertThat(ScoreCheck.findings(made.evidence())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients",
                "active",
                "left",
                "byBand/low",
                "byBand/medium",
                "byBand/high",
                "atRisk",
                "unassignedAtRisk",
                "valueAtRisk"
            })
    void givenASummaryThatDoesNotAddUp_whenChecked_thenItIsFound(String field) {
        change(made.summary, field);

        assertThat(Totals.findings(made.evidence().shown())).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("summary: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "clients", "low", "medium", "high", "atRisk", "valueAtRisk", "averageScore"})
    void givenAStateThatDoesNotAddUp_whenChecked_thenItIsFound(String field) {
        change(made.state, field);

        assertThat(Totals.findings(made.evidence().shown())).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("by state: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "atRisk", "valueAtRisk"})
    void givenAnAccountManagerThatDoesNotAddUp_whenChecked_thenItIsFound(String field) {
        change(made.manager, field);

        assertThat(Totals.findings(made.evidence().shown())).singleElement().satisfies(finding -> assertThat(finding)
                .startsWith("m-1: " + field));
    }

    @Test
    void givenAClientThatIsCountedTwice_whenChecked_thenEachFieldIsFound() {
        ModelSketch once = made.sketch;
        Map<String, Sketch> twice = new TreeMap<>();
        once.inputs().forEach((input, sketch) -> twice.put(input, sketch.merged(sketch)));
        made.sketch =
                new ModelSketch("churn", 1, once.day(), 0, once.score().merged(once.score()), twice, once.updatedAt());

        assertThat(SketchCheck.findings(made.evidence()))
                .hasSize(6)
                .allMatch(finding -> finding.contains("counts 2 records") && finding.contains("by the scores 1"));
    }

    @Test
    void givenAnotherDayThanThatOfTheScores_whenChecked_thenBothAreFound() {
        ModelSketch right = made.sketch;
        made.sketch = new ModelSketch(
                "churn", 1, right.day().plusDays(1), 0, right.score(), right.inputs(), right.updatedAt());

        assertThat(SketchCheck.findings(made.evidence()))
                .anyMatch(finding -> finding.contains("counts 0 records"))
                .contains("sketches of 1/2026-03-03, which answered to nobody");
    }

    @Test
    void givenACommandThatLeftAnotherCapacity_whenChecked_thenItIsFound() {
        String path = "/api/account-managers/m-1/capacity";
        Operation three = new Operation("a", CAPACITY, "PUT", path, "{\"capacity\":3}", "m-1");
        Operation four = new Operation("b", CAPACITY, "PUT", path, "{\"capacity\":4}", "m-1");

        List<String> findings = CommandsCheck.findings(
                List.of(new Outcome(three, State.OK, 200, 2), new Outcome(four, State.OK, 200, 2)), made.evidence());

        assertThat(findings)
                .filteredOn(finding -> finding.contains("m-1"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding).startsWith("b was accepted as m-1/2, where there is another capacity"));
    }

    @Test
    void givenEventsOfSomebodyElse_whenChecked_thenEachIsFound() {
        assertThat(ActorCheck.findings("nobody", made.evidence())).hasSize(4).contains("c-1/1 is said to be by admin");
    }

    @Test
    void givenAFileThatNothingCameOf_whenChecked_thenItIsFound() {
        ChurnFile file = new ChurnFile(Path.of("unused"), 2, 1, 1, BigDecimal.TEN, 9);

        assertThat(ImportsCheck.findings(List.of(file), made.evidence()))
                .hasSize(6)
                .contains("imports: events 0, by the files 3");
        assertThat(ImportsCheck.findings(List.of(), made.evidence())).isEmpty();
    }

    private static void change(ObjectNode node, String field) {
        int slash = field.indexOf('/');
        if (slash > 0) {
            change((ObjectNode) node.path(field.substring(0, slash)), field.substring(slash + 1));
            return;
        }
        JsonNode before = node.path(field);
        assertThat(before.isMissingNode()).as(field).isFalse();
        if (before.isNumber()) {
            node.put(field, before.decimalValue().add(BigDecimal.ONE));
        } else if (before.isBoolean()) {
            node.put(field, !before.asBoolean());
        } else if (before.isString()) {
            node.put(field, "other " + before.asString());
        } else {
            node.set(field, Json.parse("[]"));
        }
    }
}
