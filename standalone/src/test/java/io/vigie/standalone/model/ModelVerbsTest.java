package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the verbs for models make of answers. */
class ModelVerbsTest {

    private static final String DECIDED =
            "{\"modelName\":\"churn\",\"revision\":7,\"version\":2,\"consistencyToken\":\"99\"}";

    private static final String CLIENT = """
            {"clientId":"c-1","name":"=cmd()","company":"Evil\\u001b[31m Inc","before":0.2,"after":0.8125,
            "bandBefore":"low","bandAfter":"high"}""";

    private static final String DISAGREEMENT = """
            {"clientId":"c-1","name":"Ada","company":"Harbour","champion":0.2,"challenger":0.8125,
            "championBand":"low","challengerBand":"high"}""";

    private static final String MODEL = """
            {"name":"churn","revision":7,"champion":2,"challenger":null,
            "versions":[{"version":1,"status":"shelved","sha256":"ab","bytes":1000,"modelType":"RegressionModel",
            "note":null,"uploadedBy":"system","uploadedAt":"t1"},
            {"version":2,"status":"champion","sha256":"cd","bytes":2000,"modelType":"MiningModel","note":"of 2026",
            "uploadedBy":"ann","uploadedAt":"t2"}],
            "history":[{"revision":6,"type":"model-promoted","version":2,"alias":"champion","replaced":1,
            "reason":"better","actor":"ben","proposedBy":"ann","at":"t3"},
            {"revision":7,"type":"model-uploaded","version":3,"alias":null,"replaced":null,
            "reason":null,"actor":"ann","proposedBy":null,"at":"t4"}],
            "swaps":[{"partition":0,"offset":5,"revision":6,"champion":2,"challenger":null,"swappedAt":"t5"},
            {"partition":1,"offset":9,"revision":2,"champion":1,"challenger":null,"swappedAt":"t0"}],
            "inPlace":false}""";

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenModels_whenListed_thenChampionAndChallenger() {
        system.answers(
                "GET /api/models?limit=500",
                200,
                "{\"items\":[{\"name\":\"churn\",\"revision\":7,\"champion\":2,\"challenger\":null,\"versions\":3,"
                        + "\"latest\":3}]}");

        assertThat(system.run("model", "list", "-o", "csv").out())
                .isEqualToNormalizingNewlines("model,champion,challenger,versions,latest,revision\nchurn,2,,3,3,7\n");
    }

    @Test
    void givenAModel_whenShown_thenVersionsHistoryAndHowFarTheDeploymentIs() {
        system.answers("GET /api/models/churn", 200, MODEL);

        Run run = system.run("model", "show", "churn");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("2 +champion +MiningModel +2000 +ann +t2 +of 2026")
                .containsPattern("6 +model-promoted +2 +champion +1 +ben +ann +t3 +better")
                .contains("Not in place yet")
                .containsPattern("0 +5 +6 +2 +- +t5\n1 +9 +2 +1 +- +t0");
        assertThat(system.run("model", "show", "churn", "-o", "csv").out().lines())
                .hasSize(3);
        system.answers("GET /api/models/churn", 200, MODEL.replace("\"inPlace\":false", "\"inPlace\":true"));
        assertThat(system.run("model", "show", "churn").out())
                .contains("In place: ")
                .doesNotContain("t5");
        system.answers(
                "GET /api/models/churn", 200, MODEL.replace("\"champion\":2,\"chall", "\"champion\":null,\"chall"));
        assertThat(system.run("model", "show", "churn").out()).contains("Nothing scores with it");
        system.answers(
                "GET /api/models/churn", 200, MODEL.replaceFirst("(?s)\"swaps\":.*", "\"swaps\":[],\"inPlace\":null}"));
        assertThat(system.run("model", "show", "churn").out())
                .contains("Nothing scores with it")
                .doesNotContain("Not in place yet");
    }

    @Test
    void givenAVersion_whenShown_thenItsInputsWithWhatTrainingSaw() {
        system.answers("GET /api/models/churn/versions/2", 200, """
                {"modelName":"churn","version":2,"status":"champion","note":null,
                "schema":{"modelType":"MiningModel","function":"classification","inputs":[
                {"name":"Age","dataType":"double","required":true,"values":[],"missing":null,"missingReplacement":null,
                "intervals":[{"closure":"closedClosed","left":18.0,"right":null}]},
                {"name":"Kind","dataType":"string","required":false,"values":["a","b"],"missing":"asMode",
                "missingReplacement":"a","intervals":[]}],
                "targets":[],"outputs":[{"name":"probability(1)","dataType":"double","feature":"probability","value":"1"}]},
                "referencePoint":{"Age":41.5},"trainingRanges":{"Age":{"min":22,"max":65}},
                "measures":{"auc":{"mean":0.907333,"standardDeviation":0.0308,"standardError":0.02815,"n":3},
                "brier":{"mean":0.0768,"standardDeviation":null,"standardError":null,"n":null}},"card":{"x":1}}""");

        Run run = system.run("model", "show", "churn/2");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("modelType +MiningModel")
                .containsPattern("status +champion")
                .containsPattern("Age +double +yes +18.0… +- +41.5 +22…65")
                .containsPattern("Kind +string +no +a b +a +- +-")
                .containsPattern("probability\\(1\\) +double +probability +1")
                .containsPattern("in training +mean +standard deviation +standard error +folds")
                .containsPattern("auc +0.9073 +0.0308 +0.0282 +3")
                .containsPattern("brier +0.0768 +- +- +-")
                .contains("-o json shows it");
        JsonNode json = JsonMapper.shared()
                .readTree(system.run("model", "show", "churn/2", "-o", "json").out());
        assertThat(json.path("card").path("x").asInt()).isEqualTo(1);
    }

    @Test
    void givenBandChanges_whenListed_thenHowManyFromWhereAndTheLargest() {
        system.answers("GET /api/models/churn/versions/2/band-changes?limit=20", 200, """
                {"version":2,"against":1,"clients":1234,"unscorable":0,"changed":56,
                "from":{"low":{"high":56}},"items":[%s]}""".formatted(CLIENT));

        Run run = system.run("model", "changes", "churn/2");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("56 of 1,234 clients would change band (against version 1).")
                .containsPattern("low +high +56")
                .containsPattern("c-1 +=cmd\\(\\) +Evil\\?\\[31m Inc +20.0 +81.3 +low +high");
        assertThat(system.run("model", "changes", "churn/2", "-o", "csv").out())
                .contains("c-1,'=cmd(),Evil?[31m Inc,20.0,81.3,low,high");
    }

    @Test
    void givenAComparison_whenShown_thenMeasuresOutcomesAndDisagreements() {
        String comparison = """
                {"champion":1,"challenger":2,"clients":1234,"agreement":0.95123,"correlation":0.9,"meanDifference":-0.01,
                "scatter":[{"x":0,"y":0,"n":3}],"bandChanges":{"low":{"medium":4}},"departures":40,"disagreements":[%s],
                "outcomes":%s}""";
        String request = "GET /api/models/churn/comparison?limit=20";
        system.answers(request, 200, comparison.formatted(DISAGREEMENT, """
                {"champion":{"departed":40,"auc":0.9},"challenger":{"departed":40,"auc":0.91}}"""));

        assertThat(system.run("model", "compare", "churn").out())
                .containsPattern("agreement +0.9512")
                .containsPattern("clients +1234")
                .containsPattern("auc +0.9 +0.91")
                .containsPattern("low +medium +4")
                .containsPattern("c-1 .* 20.0 +81.3 +low +high");

        system.answers(request, 200, comparison.formatted(DISAGREEMENT, "null"));
        assertThat(system.run("model", "compare", "churn").out()).contains("Too few clients have left");
        assertThat(system.run("model", "compare", "churn", "-o", "csv").out().lines())
                .hasSize(2);
    }

    @Test
    void givenDrift_whenShown_thenTheVerdictOnWhatAndARowForEachField() {
        String field = """
                {"field":"%s","kind":"number","verdict":"%s","why":"Because.","reference":1040,"current":640,"psi":0.30456,
                "test":"kolmogorov-smirnov","statistic":0.4,"p":1.0e-9,"missing":{"reference":0,"current":0.015625},
                "invalid":{"reference":0,"current":0},"outOfRange":{"reference":0,"current":0},"groups":[]}""";
        system.answers("GET /api/models/churn/versions/2/drift?days=7", 200, """
                {"name":"churn","version":2,"verdict":"drifted",
                "window":{"from":"2026-03-02","to":"2026-03-08","records":640},
                "reference":{"kind":"first-records","from":"2026-02-01","to":"2026-02-02","records":1040},
                "score":%s,"inputs":[%s]}""".formatted(
                        field.formatted("score", "stable"), field.formatted("Num_Sites", "drifted")));

        Run run = system.run("model", "drift", "churn/2");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "churn/2, 2026-03-02 to 2026-03-08: drifted. 640 records against 1,040 of 2026-02-01 to 2026-02-02")
                .containsPattern("score +stable +640 +0.305 +kolmogorov-smirnov +0.0000 +1.6 +0.0")
                .containsPattern("Num_Sites +drifted +640");
        assertThat(system.run("model", "drift", "churn/2", "-o", "csv").out().lines())
                .hasSize(3)
                .contains("Num_Sites,drifted,640,0.305,kolmogorov-smirnov,0.0000,1.6,0.0");
        assertThat(system.run("model", "drift", "churn/2", "--days", "401").exit())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "challenge churn/2|PUT /api/models/churn/aliases/challenger|{\"version\":2,\"reason\":\"why not\"}",
                "dismiss churn|DELETE /api/models/churn/aliases/challenger?reason=why%20not|''",
                "rollback churn|POST /api/models/churn/rollback|{\"reason\":\"why not\"}",
                "retire churn/2|POST /api/models/churn/versions/2/retirement|{\"reason\":\"why not\"}"
            })
    void givenADecision_whenMade_thenTheRequestAndItsAnswer(String verb, String request, String body) {
        system.answers(request, 200, DECIDED);
        String[] words = ("model " + verb + " -o csv --reason").split(" ");
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "why not";

        Run run = system.run(all);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines("modelName,version,revision,consistencyToken\nchurn,2,7,99\n");
        assertThat(system.asked()).containsExactly(request + " " + body);
        assertThat(system.askedWith("Idempotency-key")).allMatch(key -> key.length() == 36);
    }

    @Test
    void givenNoChampionBefore_whenRolledBack_thenTheReason() {
        system.answers(
                "POST /api/models/churn/rollback", 409, "{\"detail\":\"There was no champion before: promote one.\"}");

        Run run = system.run("model", "rollback", "churn", "--reason", "x");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToNormalizingNewlines("There was no champion before: promote one.\n");
    }

    @Test
    void givenAModelThatIsRefused_whenAVerbAsksForIt_thenReasonAndRemedyAreTold() {
        system.answers("GET /api/models/churn/versions/2/band-changes?limit=20", 422, """
                {"type":"/problems/model-refused","detail":"The model can't be used for this.","element":"Output",
                "reason":"No output is a probability.","remedy":"Declare one as an OutputField."}""");

        Run run = system.run("model", "changes", "churn/2");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("The model can't be used for this. No output is a probability."
                        + " Declare one as an OutputField.\n");
    }
}
