package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vigie.acceptance.check.Checker;
import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.data.FileImport;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.IdleConnection;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a file to scores that can be read: everything arrives, once, and adds up to what the file says. */
class WholeChainIT {

    private static final Duration SCORED_WITHIN = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Model model = Models.committed("churn", 1);

    @Test
    void givenAFileOfClients_whenImportedTwice_thenAllAreScoredOnceAndAddUp() throws Exception {
        ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), 1500, 42);
        ExecutorService meanwhile = Executors.newSingleThreadExecutor();
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            Future<List<String>> patience = meanwhile.submit(() -> askedAfterAMinute(vigie));
            importAndCompare(vigie, file);
            assertTrainingSet(vigie, file);
            List<String> states = new ArrayList<>();
            vigie.api()
                    .get("/api/risk/by-state")
                    .body()
                    .path("items")
                    .forEach(item -> states.add(item.path("state").stringValue("XX")));
            assertThat(states).containsExactlyInAnyOrderElementsOf(ChurnFile.STATES);
            assignAndCompare(vigie);
            // Whatever they say of their health: a closed connection says nothing.
            assertThat(patience.get()).hasSize(4).allMatch(line -> line.startsWith("HTTP/1.1 "));
            try (IdleConnection commands = new IdleConnection(vigie.port("command-service"));
                    IdleConnection queries = new IdleConnection(vigie.port("query-service"))) {
                assertThat(List.of(commands.ask(), queries.ask())).containsOnly("HTTP/1.1 200 ");
            }
        } finally {
            meanwhile.shutdownNow();
        }
    }

    /** The edge lets go of an idle connection after 60 s. Were a service faster, a request would meet its closing. */
    private static List<String> askedAfterAMinute(RunningVigie vigie) throws Exception {
        try (IdleConnection commands = new IdleConnection(vigie.port("command-service"));
                IdleConnection queries = new IdleConnection(vigie.port("query-service"))) {
            List<String> answers = new ArrayList<>(List.of(commands.ask(), queries.ask()));
            queries.awaitIdle(Duration.ofSeconds(62));
            answers.addAll(List.of(commands.ask(), queries.ask()));
            return answers;
        }
    }

    @Test
    void givenThePublicFile_whenImportedTwice_thenAllAreScoredOnceAndAddUp() throws Exception {
        String data = System.getProperty("vigie.data", "");
        assumeFalse(data.isEmpty(), "no folder with the public data was given");
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            importAndCompare(vigie, ChurnFile.read(Path.of(data, "churn", "customer_churn.csv")));
            Answer answer = FileImport.of(vigie.api(), Path.of(data, "churn", "new_customers.csv"));
            assertThat(answer.body().path("accepted").asInt()).isEqualTo(6);
            assertThat(answer.body().path("rejected").asInt()).isZero();
        }
    }

    private void importAndCompare(RunningVigie vigie, ChurnFile file) throws Exception {
        Answer first = FileImport.of(vigie.api(), file.file());
        assertThat(first.body().path("accepted").asInt()).as(first.text()).isEqualTo(file.rows());
        assertThat(first.body().path("duplicate").asInt()).isZero();
        assertThat(first.body().path("rejected").asInt()).isZero();

        Patience.await(
                "every client has a score",
                SCORED_WITHIN,
                () -> vigie.api().all("/api/clients").stream()
                                .filter(client ->
                                        client.path("risk").path("score").isNumber())
                                .count()
                        == file.rows());
        awaitScored(vigie, first.body().path("consistencyToken").asLong());

        List<JsonNode> clients = vigie.api().all("/api/clients");
        assertSums(clients, file);
        assertThat(Checker.totals(vigie.api())).isEmpty();
        JsonNode summary = vigie.api().get("/api/summary").body();
        assertThat(summary.path("unassignedAtRisk").asInt())
                .isPositive()
                .isLessThan(summary.path("atRisk").asInt());
        for (JsonNode client : clients) {
            assertScores(vigie, client);
        }

        Map<String, Long> versions = versions(clients);
        Answer second = FileImport.of(vigie.api(), file.shuffled(folder.resolve("shuffled.csv")));
        assertThat(second.body().path("accepted").asInt()).isZero();
        assertThat(second.body().path("duplicate").asInt()).isEqualTo(file.rows());
        assertThat(versions(vigie.api().all("/api/clients"))).isEqualTo(versions);
    }

    /** Whoever left has a row, too: that of the moment before. */
    private void assertTrainingSet(RunningVigie vigie, ChurnFile file) throws Exception {
        Path rows = folder.resolve("training-set.csv");
        vigie.commandLine()
                .run(SCORED_WITHIN, "training-set", "--out", rows.toString())
                .expectSuccess();
        List<String> lines = Files.readAllLines(rows);
        assertThat(lines.get(0)).isEqualTo("Age,Total_Purchase,Account_Manager,Years,Num_Sites,Churn");
        double[] sums = new double[6];
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            for (int column = 0; column < sums.length; column++) {
                sums[column] += Double.parseDouble(cells[column]);
            }
        }
        assertThat(lines).hasSize(file.rows() + 1);
        assertThat(sums[1]).isCloseTo(file.totalPurchase().doubleValue(), within(1e-3));
        assertThat(sums[2]).isEqualTo(file.managed());
        assertThat(sums[4]).isEqualTo(file.totalSites());
        assertThat(sums[5]).isEqualTo(file.left());
    }

    private static void assertSums(List<JsonNode> clients, ChurnFile file) {
        assertThat(clients).hasSize(file.rows());
        assertThat(clients.stream()
                        .map(client -> client.path("totalPurchase").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(file.totalPurchase());
        assertThat(clients.stream()
                        .mapToLong(client -> client.path("numSites").asLong())
                        .sum())
                .isEqualTo(file.totalSites());
        assertThat(clients.stream()
                        .filter(client -> client.path("managedElsewhere").asBoolean()))
                .hasSize(file.managed());
        assertThat(clients.stream()
                        .filter(client -> client.path("status").asString().equals("left")))
                .hasSize(file.left());
    }

    /** Account managers have some of the clients at risk, one that isn't, and lose one who leaves. */
    private static void assignAndCompare(RunningVigie vigie) throws Exception {
        List<JsonNode> free = vigie.api().all("/api/clients?unassigned=true&status=active&sort=risk");
        List<String> ids =
                free.stream().map(client -> client.path("clientId").asString()).toList();
        long token = 0;
        for (String manager : List.of("ada", "bo", "cy")) {
            Map<String, Object> body = Map.of("accountManagerId", manager, "name", manager, "capacity", 4);
            token = Math.max(token, token(vigie.api().post("/api/account-managers", body)));
        }
        for (String client : List.of(ids.get(0), ids.get(1), ids.get(2), ids.get(ids.size() - 1))) {
            token = Math.max(token, assign(vigie, client, "ada"));
        }
        token = Math.max(token, assign(vigie, ids.get(3), "bo"));
        token = Math.max(token, assign(vigie, ids.get(4), "bo"));
        token = Math.max(
                token,
                token(vigie.api().post("/api/clients/" + ids.get(4) + "/departure", Map.of("leftOn", "2026-01-31"))));
        token = Math.max(token, token(vigie.api().put("/api/account-managers/bo/capacity", Map.of("capacity", 7))));
        awaitScored(vigie, token);

        assertThat(Checker.totals(vigie.api())).isEmpty();
        assertManager(vigie, "ada", 4, free.subList(0, 3), 4);
        assertManager(vigie, "bo", 7, free.subList(3, 4), 1);
        assertManager(vigie, "cy", 4, List.of(), 0);
    }

    private static void assertManager(RunningVigie vigie, String id, int capacity, List<JsonNode> atRisk, int load)
            throws Exception {
        JsonNode manager = vigie.api().get("/api/account-managers/" + id).body();
        assertThat(manager.path("capacity").asInt()).isEqualTo(capacity);
        assertThat(manager.path("load").asInt()).isEqualTo(load);
        assertThat(manager.path("atRisk").asInt()).isEqualTo(atRisk.size());
        assertThat(manager.path("valueAtRisk").decimalValue())
                .isEqualByComparingTo(atRisk.stream()
                        .map(client -> client.path("totalPurchase").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static long assign(RunningVigie vigie, String client, String manager) throws Exception {
        return token(
                vigie.api().put("/api/clients/" + client + "/account-manager", Map.of("accountManagerId", manager)));
    }

    private static long token(Answer answer) {
        assertThat(answer.succeeded()).as(answer.text()).isTrue();
        return answer.body().path("consistencyToken").asLong();
    }

    /** Until everything up to that token is applied and scored. */
    private static void awaitScored(RunningVigie vigie, long token) throws Exception {
        Patience.await(
                "all is applied and scored",
                SCORED_WITHIN,
                () -> vigie.api()
                                .get("/api/summary?await=score&consistencyToken=" + token)
                                .status()
                        == 200);
    }

    /** Each score record says what the model says about its features, and one event has one record. */
    private void assertScores(RunningVigie vigie, JsonNode client) throws Exception {
        String path = "/api/clients/" + client.path("clientId").asString() + "/scores";
        List<JsonNode> scores = vigie.api().all(path);
        assertThat(scores).hasSize(client.path("version").asInt());
        for (JsonNode score : scores) {
            if (score.path("outcome").asString().equals("scored")) {
                Map<String, Double> features = new HashMap<>();
                score.path("features")
                        .properties()
                        .forEach(feature -> features.put(
                                feature.getKey(), feature.getValue().asDouble()));
                double probability = score.path("probability").asDouble();
                assertThat(model.evaluate(features))
                        .isInstanceOfSatisfying(Evaluation.Scored.class, scored -> assertThat(scored.probability())
                                .isCloseTo(probability, within(1e-9)));
                double reasons = 0;
                for (JsonNode reason : score.path("reasons")) {
                    reasons += reason.path("contribution").asDouble();
                    assertThat(reason.path("feature").asString()).isNotEqualTo("Account_Manager");
                }
                assertThat(score.path("baseValue").asDouble()
                                + reasons
                                + score.path("other").asDouble())
                        .isCloseTo(probability, within(1e-9));
            }
        }
    }

    private static Map<String, Long> versions(List<JsonNode> clients) {
        Map<String, Long> versions = new HashMap<>();
        clients.forEach(client -> versions.put(
                client.path("clientId").asString(), client.path("version").asLong()));
        return versions;
    }
}
