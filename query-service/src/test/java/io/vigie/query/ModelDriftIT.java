package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What versions were given, from Kafka to the verdict. */
@SuppressWarnings("NullAway.Init")
class ModelDriftIT extends RunningService {

    private static final double[] USUAL = {6, 7, 8, 9, 10, 11};
    private static final double[] MORE = {12, 13, 14, 15, 16, 17};
    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private static final LocalDate FIRST = YESTERDAY.minusDays(30);

    private final String name = ModelLives.name();
    private final ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
    private final ModelArtefact second = ModelLives.artefact(name, 2, ModelLives.churn(-18));

    @BeforeAll
    void life() {
        connect();
        publisher.send(ModelLives.two(first, second));
        for (ModelArtefact version : List.of(first, second)) {
            publisher.send(
                    ModelLives.sketch(version, FIRST, 0, 300, USUAL),
                    ModelLives.sketch(version, FIRST, 5, 300, USUAL),
                    ModelLives.sketch(version, FIRST.plusDays(1), 5, 600, USUAL),
                    ModelLives.sketch(version, YESTERDAY, 0, 200, version == first ? USUAL : MORE),
                    ModelLives.sketch(version, YESTERDAY, 5, 200, version == first ? USUAL : MORE));
            http.until(path(version, ""), json -> json.at("/window/records").asLong() == 400);
        }
    }

    private String path(ModelArtefact version, String query) {
        return "/api/models/" + version.name() + "/versions/" + version.version() + "/drift" + query;
    }

    private static JsonNode input(JsonNode drift, String field) {
        for (JsonNode input : drift.get("inputs")) {
            if (input.get("field").asString().equals(field)) {
                return input;
            }
        }
        throw new AssertionError("no " + field + " in " + drift);
    }

    @Test
    void givenTheSameAsAtFirst_whenAsked_thenStableAgainstTheFirstThousand() {
        JsonNode drift = http.get(path(first, "")).json();

        assertThat(drift.get("verdict").asString()).isEqualTo("stable");
        assertThat(drift.at("/reference/kind").asString()).isEqualTo("first-records");
        assertThat(drift.at("/reference/from").asString()).isEqualTo(FIRST.toString());
        assertThat(drift.at("/reference/to").asString())
                .isEqualTo(FIRST.plusDays(1).toString());
        assertThat(drift.at("/reference/records").asLong()).isEqualTo(1_200);
        assertThat(drift.at("/window/from").asString())
                .isEqualTo(YESTERDAY.minusDays(5).toString());
        assertThat(drift.at("/score/verdict").asString()).isEqualTo("stable");
        assertThat(drift.get("inputs")).hasSize(ModelLives.CHURN.inputs().size());
    }

    @Test
    void givenClientsWithMoreSites_whenAsked_thenThatInputAndTheScoreHaveDriftedAndNothingElse() {
        JsonNode drift = http.get(path(second, "?days=3")).json();

        assertThat(drift.get("verdict").asString()).isEqualTo("drifted");
        JsonNode sites = input(drift, "Num_Sites");
        assertThat(sites.get("verdict").asString()).isEqualTo("drifted");
        assertThat(sites.get("psi").asDouble()).isGreaterThan(0.25);
        assertThat(sites.get("statistic").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(sites.get("p").asDouble()).isLessThan(0.01);
        // Six frequent values, and what was never there.
        assertThat(sites.get("groups")).hasSize(7);
        assertThat(sites.at("/groups/6/reference").asDouble()).isZero();
        assertThat(sites.at("/groups/6/current").asDouble()).isEqualTo(1);
        assertThat(sites.at("/groups/6/to").isNull()).isTrue();
        assertThat(drift.at("/score/verdict").asString()).isEqualTo("drifted");
        assertThat(input(drift, "Age").get("verdict").asString()).isEqualTo("stable");
    }

    @Test
    void givenAWindowAroundAll_whenAsked_thenNoRecordOfTheReferenceIsInIt() {
        JsonNode drift = http.get(path(first, "?days=400")).json();

        assertThat(drift.at("/window/records").asLong()).isEqualTo(400);
    }

    @Test
    void givenTooFewRecords_whenAsked_thenNoVerdict() {
        String days = "?from=" + YESTERDAY.minusDays(9) + "&to=" + YESTERDAY.minusDays(8);

        JsonNode drift = http.get(path(first, days)).json();

        assertThat(drift.get("verdict").asString()).isEqualTo("too-few");
        assertThat(drift.at("/score/why").asString()).contains("0 records in this window", "200");
    }

    @Test
    void givenADayThatIsToldAgain_whenAsked_thenTheLaterCountsHold() {
        ModelArtefact own = ModelLives.artefact(ModelLives.name(), 1, ModelLives.churn());
        publisher.send(ModelLives.two(own, ModelLives.artefact(own.name(), 2, ModelLives.churn(-18))));
        publisher.send(
                ModelLives.sketch(own, FIRST, 0, 10, USUAL),
                ModelLives.sketch(own, FIRST, 0, 30, USUAL),
                ModelLives.sketch(own, FIRST, 1, 5, USUAL));

        JsonNode drift =
                http.until(path(own, ""), json -> json.at("/reference/records").asLong() == 35);

        assertThat(drift.get("verdict").asString()).isEqualTo("too-few");
    }

    @Test
    void givenACardWithTheDistributionsOfTraining_whenAsked_thenTheyAreTheReference() {
        double[] values = new double[720];
        Arrays.setAll(values, place -> MORE[place % MORE.length]);
        List<Map<String, Object>> inputs = new ArrayList<>();
        ModelLives.CHURN.inputs().forEach(input -> inputs.add(Map.of("name", input, "sketch", Sketch.of(values))));
        ModelArtefact plain = ModelLives.artefact(ModelLives.name(), 1, ModelLives.churn());
        ModelArtefact trained = new ModelArtefact(
                plain.name(),
                1,
                plain.sha256(),
                plain.document(),
                plain.referencePoint(),
                plain.trainingRanges(),
                Map.of("inputs", inputs, "scores", Sketch.of(values)));
        publisher.send(ModelLives.two(trained, ModelLives.artefact(plain.name(), 2, ModelLives.churn(-18))));
        publisher.send(ModelLives.sketch(trained, YESTERDAY, 0, 300, MORE));

        JsonNode drift =
                http.until(path(trained, ""), json -> json.at("/window/records").asLong() == 300);

        assertThat(drift.at("/reference/kind").asString()).isEqualTo("training");
        assertThat(drift.at("/reference/from").isNull()).isTrue();
        assertThat(drift.at("/reference/records").asLong()).isEqualTo(720);
        assertThat(input(drift, "Num_Sites").get("verdict").asString()).isEqualTo("stable");
        assertThat(input(drift, "Age").get("verdict").asString()).isEqualTo("drifted");
    }

    @Test
    void givenNoRecordYet_whenAsked_thenNoVerdictAndNoDays() {
        ModelArtefact own = ModelLives.artefact(ModelLives.name(), 1, ModelLives.churn());
        publisher.send(ModelLives.two(own, ModelLives.artefact(own.name(), 2, ModelLives.churn(-18))));

        JsonNode drift = http.until(path(own, ""), json -> json.has("verdict"));

        assertThat(drift.get("verdict").asString()).isEqualTo("too-few");
        assertThat(drift.at("/reference/from").isNull()).isTrue();
        assertThat(drift.at("/score/missing/current").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody/versions/1", "{name}/versions/3", "{name}/versions/0", "{name}/versions/1e9"})
    void givenNoSuchVersion_whenAsked_then404(String version) {
        assertThat(http.get("/api/models/" + version.replace("{name}", name) + "/drift")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days=0",
                "days=401",
                "days=-1",
                "days=7.5",
                "days=%00",
                "days=",
                "days=7&from=2026-03-02",
                "from=2026-02-30",
                "from=%2B999999999-01-01",
                "from=2026-03-02T00:00",
                "to=tomorrow",
                "from=2026-03-03&to=2026-03-02",
                "from=2025-01-01&to=2026-02-05",
                "colour=red"
            })
    void givenDaysThatCannotBe_whenAsked_then400(String query) {
        assertThat(http.get(path(first, "?" + query)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "account-manager,403",
        "agency-manager,200",
        "data-scientist,200",
        "auditor,200",
        "operator,200",
        "administrator,403"
    })
    void givenEachRole_whenAsking_thenAsTheTableSays(String role, int status) {
        assertThat(http.as(Tokens.of(role)).get(path(first, "")).status()).isEqualTo(status);
    }
}
