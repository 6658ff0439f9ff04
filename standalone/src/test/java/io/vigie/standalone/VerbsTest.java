package io.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What verbs make of answers; whether the answers are right is tested against the real system elsewhere. */
class VerbsTest {

    private static final String CLIENT = """
            {"clientId":"c-1","name":"=cmd()","company":"Evil\\u001b[31m Inc","location":"x","state":"TX","age":40,
            "years":5.1,"onboardedOn":"2020-01-01","totalPurchase":10000.00,"numSites":11,"accountManager":null,
            "managedElsewhere":false,"status":"active","version":3,"risk":{"score":0.8125,"band":"high","reasons":[
            {"feature":"Num_Sites","value":11.0,"contribution":0.231},
            {"feature":"Account_Manager","value":0.0,"contribution":-0.012}],
            "model":"churn","modelVersion":1,"scoredAt":"2026-01-01T00:00:00Z","clientVersion":3}}""";

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

    private void answers(String request, int status, String body) {
        system.answers(request, status, body);
    }

    private Run run(String... verb) {
        return system.run(verb);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients",
                "client x",
                "assign x y",
                "managers",
                "history x",
                "events tail",
                "topics",
                "topics describe",
                "dead-letters list",
                "rebuild"
            })
    void givenNoSystem_whenAnyVerb_thenOneSentenceWithTheRemedy(String verb) {
        Run run = system.run(1, verb.split(" "));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().trim()).isEqualTo("vigie isn't running in " + folder + "; start it with ./vigie up");
    }

    @Test
    void givenPages_whenClientsListed_thenAsManyAsWanted() {
        answers(
                "GET /api/clients?band=high&unassigned=true&status=active&limit=3",
                200,
                "{\"items\":[" + CLIENT + "," + CLIENT + "],\"next\":\"n\"}");
        answers(
                "GET /api/clients?band=high&unassigned=true&status=active&limit=1&cursor=n",
                200,
                "{\"items\":[" + CLIENT + "],\"next\":null}");

        Run run = run("clients", "--band", "high", "--unassigned", "--limit", "3");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out())
                .contains("81.3", "sites 11 (+23), account manager no (-1)")
                .doesNotContain("\u001b");
    }

    @Test
    void givenAFormulaInAName_whenClientsAsCsv_thenItIsText() {
        answers("GET /api/clients?limit=20", 200, "{\"items\":[" + CLIENT + "],\"next\":null}");

        assertThat(run("clients", "-o", "csv").out()).contains("c-1,'=cmd(),Evil?[31m Inc,TX,81.3,high,");
        assertThat(run("clients", "-o", "json").out())
                .contains("\"Evil\\u001B[31m Inc\"", "\"totalPurchase\" : 10000.00");
    }

    @Test
    void givenAClient_whenShown_thenRiskAndReasonsAreThere() {
        answers("GET /api/clients/c-1", 200, CLIENT);

        Run run = run("client", "c-1");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("risk", "81.3", "high", "sites 11 (+23)", "churn 1");
    }

    @Test
    void givenAProblem_whenAssigned_thenItsDetailIsShown() {
        answers(
                "PUT /api/clients/a%2Fb/account-manager",
                409,
                "{\"type\":\"/problems/capacity-exhausted\",\"detail\":\"No free place;\\u001b raise the capacity.\","
                        + "\"errors\":[{\"field\":\"accountManagerId\",\"message\":\"is full\"}]}");

        Run run = run("assign", "a/b", "am-1", "--reason", "why not");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().trim()).isEqualTo("No free place;? raise the capacity. [accountManagerId: is full]");
        assertThat(system.asked())
                .containsExactly(
                        "PUT /api/clients/a%2Fb/account-manager {\"accountManagerId\":\"am-1\",\"reason\":\"why not\"}");
    }

    @Test
    void givenEventsAndScores_whenTheHistoryIsShown_thenEachScoreStandsBehindItsEvent() {
        answers("GET /api/clients/c-1/events?limit=500", 200, """
                {"items":[{"version":1,"type":"client-registered","time":"t1","actor":"local","payload":{"age":40}},
                {"version":2,"type":"purchase-recorded","time":"t2","actor":"local","payload":{}}],"next":null}""");
        answers("GET /api/clients/c-1/scores?limit=500", 200, """
                {"items":[
                {"clientVersion":2,"scoreSequence":3,"outcome":"unscorable","trigger":"event","scoredAt":"s3",
                "probability":null,"reasons":[],"problem":"the model gave no number"},
                {"clientVersion":1,"scoreSequence":2,"outcome":"scored","trigger":"schedule","scoredAt":"s2",
                "probability":0.25,"reasons":[],"problem":null},
                {"clientVersion":1,"scoreSequence":1,"outcome":"scored","trigger":"event","scoredAt":"s1",
                "probability":0.8125,"reasons":[{"feature":"Num_Sites","value":11.0,"contribution":0.231}],
                "problem":null}],"next":null}""");

        assertThat(run("history", "c-1", "-o", "csv").out().lines())
                .containsExactly(
                        "version,kind,time,type,by,risk,details",
                        "1,event,t1,client-registered,local,,\"{\"\"age\"\":40}\"",
                        "1,score,s1,scored,event,81.3,sites 11 (+23)",
                        "1,score,s2,scored,schedule,25.0,",
                        "2,event,t2,purchase-recorded,local,,{}",
                        "2,score,s3,unscorable,event,,the model gave no number");
        assertThat(run("history", "c-1").out()).contains("81.3", "the model gave no number");
        JsonNode json =
                JsonMapper.shared().readTree(run("history", "c-1", "-o", "json").out());
        assertThat(json).hasSize(5);
        assertThat(json.path(0).path("kind").asString()).isEqualTo("event");
        assertThat(json.path(1).path("reasons")).hasSize(1);
    }

    @Test
    void givenARebuildWithDifferences_whenFollowed_thenTheyAreShownAndExit3() {
        answers("POST /api/rebuilds", 202, "{\"rebuildId\":\"r\",\"state\":\"building\"}");
        answers(
                "GET /api/rebuilds/r",
                200,
                "{\"rebuildId\":\"r\",\"state\":\"completed\",\"processed\":9,\"total\":9,\"swapped\":true,\"tables\":["
                        + "{\"table\":\"client_card\",\"liveRows\":5,\"rebuiltRows\":5,\"different\":1}],"
                        + "\"differences\":[{\"table\":\"client_card\",\"key\":\"c-1\",\"difference\":\"age\"}]}");

        Run run = run("rebuild");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("client_card", "differs", "c-1");
        assertThat(run.err()).contains("1 rows differ", "the rebuilt views are live now");
        assertThat(system.asked()).contains("POST /api/rebuilds {\"dryRun\":false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "clients",
                "client",
                "assign",
                "managers",
                "history",
                "dead-letters",
                "dead-letters list",
                "dead-letters show",
                "dead-letters retry",
                "dead-letters evict",
                "rebuild",
                "events",
                "events tail",
                "topics",
                "topics describe",
                "demo"
            })
    void givenHelp_whenAsked_thenExamplesAreThere(String verb) {
        Run run = run((verb + " --help").split(" "));

        assertThat(run.out()).contains("Usage:", "Examples:", "vigie " + verb.split(" ")[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients --limit 0",
                "clients --limit x",
                "clients -o xml",
                "import",
                "events tail --from never",
                "demo --seconds -1"
            })
    void givenWrongUsage_whenRun_thenExit2(String verb) {
        assertThat(run(verb.split(" ")).exit()).isEqualTo(2);
    }
}
