package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            importAndCompare(vigie, file);
        }
    }

    @Test
    void givenThePublicFile_whenImportedTwice_thenAllAreScoredOnceAndAddUp() throws Exception {
        String data = System.getProperty("vigie.data", "");
        assumeFalse(data.isEmpty(), "no folder with the public data was given");
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            importAndCompare(vigie, ChurnFile.read(Path.of(data, "churn", "customer_churn.csv")));
            Answer answer = importOf(vigie, Path.of(data, "churn", "new_customers.csv"));
            assertThat(answer.body().path("accepted").asInt()).isEqualTo(6);
            assertThat(answer.body().path("rejected").asInt()).isZero();
        }
    }

    private void importAndCompare(RunningVigie vigie, ChurnFile file) throws Exception {
        Answer first = importOf(vigie, file.file());
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
        Patience.await(
                "those who left are known to have left",
                SCORED_WITHIN,
                () -> summary(vigie).path("left").asInt() == file.left());

        List<JsonNode> clients = vigie.api().all("/api/clients");
        assertSums(clients, file);
        assertSummary(summary(vigie), clients);
        for (JsonNode client : clients) {
            assertScores(vigie, client);
        }

        Map<String, Long> versions = versions(clients);
        Answer second = importOf(vigie, file.file());
        assertThat(second.body().path("accepted").asInt()).isZero();
        assertThat(second.body().path("duplicate").asInt()).isEqualTo(file.rows());
        assertThat(versions(vigie.api().all("/api/clients"))).isEqualTo(versions);
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

    private static void assertSummary(JsonNode summary, List<JsonNode> clients) {
        List<JsonNode> atRisk = clients.stream()
                .filter(client -> client.path("status").asString().equals("active"))
                .filter(client -> client.path("risk").path("band").asString().equals("high"))
                .toList();
        assertThat(summary.path("clients").asInt()).isEqualTo(clients.size());
        assertThat(summary.path("atRisk").asInt()).isEqualTo(atRisk.size()).isPositive();
        assertThat(summary.path("valueAtRisk").decimalValue())
                .isEqualByComparingTo(atRisk.stream()
                        .map(client -> client.path("totalPurchase").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        int active = summary.path("byBand").path("low").asInt()
                + summary.path("byBand").path("medium").asInt()
                + summary.path("byBand").path("high").asInt();
        assertThat(active).isEqualTo(summary.path("active").asInt());
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

    private static JsonNode summary(RunningVigie vigie) throws Exception {
        return vigie.api().get("/api/summary").body();
    }

    private static Answer importOf(RunningVigie vigie, Path file) throws Exception {
        Answer accepted = vigie.api()
                .send("POST", "/api/imports/clients", Files.readString(file), Map.of("Content-Type", "text/csv"));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String path = "/api/imports/" + accepted.body().path("importId").asString();
        Patience.await(
                "the import is completed",
                Duration.ofMinutes(1),
                () -> vigie.api().get(path).body().path("state").asString().equals("completed"));
        return vigie.api().get(path);
    }
}
