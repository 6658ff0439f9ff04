package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.Band;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What champion and challenger have said of the same clients. */
@SuppressWarnings("NullAway.Init")
class ModelComparisonIT extends ScoredByBoth {

    private JsonNode comparison(String query) {
        return http.get("/api/models/" + name + "/comparison" + query).json();
    }

    @Test
    void givenBothScores_whenCompared_thenTheFiguresAreThoseOfTheClients() {
        JsonNode shown = comparison("");

        List<double[]> pairs = List.copyOf(stay.values());
        assertThat(shown.get("champion").asInt()).isEqualTo(1);
        assertThat(shown.get("challenger").asInt()).isEqualTo(2);
        assertThat(shown.get("agreement").asDouble())
                .isCloseTo(
                        pairs.stream()
                                        .filter(pair -> BANDS.of(pair[0]) == BANDS.of(pair[1]))
                                        .count()
                                / 40.0,
                        within(1e-12));
        assertThat(shown.get("meanDifference").asDouble())
                .isCloseTo(
                        pairs.stream()
                                .mapToDouble(pair -> pair[1] - pair[0])
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(shown.get("correlation").asDouble()).isCloseTo(correlation(pairs), within(1e-9));
        long moved = pairs.stream()
                .filter(pair -> BANDS.of(pair[0]) == Band.LOW && BANDS.of(pair[1]) == Band.HIGH)
                .count();
        assertThat(shown.at("/bandChanges/low/high").asLong()).isEqualTo(moved);
        long dots = 0;
        for (JsonNode cell : shown.get("scatter")) {
            double x = cell.get("x").asDouble();
            double y = cell.get("y").asDouble();
            long here = pairs.stream()
                    .filter(pair -> Math.floor(pair[0] * 20) / 20 == x && Math.floor(pair[1] * 20) / 20 == y)
                    .count();
            assertThat(cell.get("n").asLong()).as("%s %s", x, y).isEqualTo(here);
            dots += here;
        }
        assertThat(dots).isEqualTo(40);
    }

    @Test
    void givenAnswersOfAChallenger_whenClientsAreShown_thenTheirRiskIsTheChampionsAlone() {
        stay.forEach((id, pair) -> {
            JsonNode risk = http.get("/api/clients/" + id).json().get("risk");
            assertThat(risk.get("score").asDouble()).as(id).isEqualTo(pair[0]);
            assertThat(risk.get("modelVersion").asInt()).isEqualTo(1);
            assertThat(http.get("/api/clients/" + id + "/scores").json().get("items"))
                    .as("one score, and none of the challenger")
                    .hasSize(1);
        });
    }

    private static double correlation(List<double[]> pairs) {
        double[] mean = new double[2];
        pairs.forEach(pair -> {
            mean[0] += pair[0] / pairs.size();
            mean[1] += pair[1] / pairs.size();
        });
        double[] sums = new double[3];
        pairs.forEach(pair -> {
            sums[0] += (pair[0] - mean[0]) * (pair[1] - mean[1]);
            sums[1] += Math.pow(pair[0] - mean[0], 2);
            sums[2] += Math.pow(pair[1] - mean[1], 2);
        });
        return sums[0] / Math.sqrt(sums[1] * sums[2]);
    }

    @Test
    void givenDisagreements_whenCompared_thenTheLargestComeFirst() {
        JsonNode items = comparison("?limit=5").get("disagreements");

        List<Double> largest = stay.values().stream()
                .map(pair -> Math.abs(pair[1] - pair[0]))
                .sorted(java.util.Comparator.reverseOrder())
                .limit(5)
                .toList();
        assertThat(items).hasSize(5);
        for (int i = 0; i < 5; i++) {
            JsonNode item = items.get(i);
            double[] pair = stay.getOrDefault(item.get("clientId").asString(), new double[2]);
            assertThat(item.get("champion").asDouble()).isEqualTo(pair[0]);
            assertThat(item.get("challenger").asDouble()).isEqualTo(pair[1]);
            assertThat(Math.abs(pair[1] - pair[0])).isEqualTo(largest.get(i));
            assertThat(item.get("company").asString()).isEqualTo("Quillfeather");
        }
    }

    @Test
    void givenDepartures_whenThereAreThirty_thenOutcomesOfBothAndBeforeOnlyTheCount() {
        assertThat(comparison("").get("outcomes").isNull()).isTrue();
        List<ProducerRecord<byte[], byte[]>> one = new ArrayList<>();
        both(gone, 0.95, 0.1, one);
        String last = List.copyOf(gone.keySet()).get(29);
        publisher.send(one);
        http.until("/api/clients/" + last, json -> json.get("risk").isObject());
        leave(last);

        JsonNode shown = http.until(
                "/api/models/" + name + "/comparison",
                json -> json.get("departures").asInt() == 30);

        for (int side = 0; side < 2; side++) {
            JsonNode outcome = shown.at("/outcomes/" + (side == 0 ? "champion" : "challenger"));
            assertThat(outcome.get("departed").asInt()).isEqualTo(30);
            assertThat(outcome.get("stayed").asInt()).isEqualTo(stay.size());
            assertThat(outcome.get("auc").asDouble()).isCloseTo(area(side), within(1e-9));
            long flagged = flagged(stay, side) + flagged(gone, side);
            assertThat(outcome.get("flagged").asLong()).isEqualTo(flagged);
            assertThat(outcome.get("precision").asDouble())
                    .isCloseTo((double) flagged(gone, side) / flagged, within(1e-12));
        }
        JsonNode masked = scientist.get("/api/models/" + name + "/comparison").json();
        assertThat(masked.toString()).doesNotContain("Zenobia", "Quillfeather");
        for (String field : List.of("outcomes", "scatter", "bandChanges", "agreement", "champion", "departures")) {
            assertThat(masked.get(field)).as(field).isEqualTo(shown.get(field));
        }
        assertThat(masked.get("disagreements").size())
                .isEqualTo(shown.get("disagreements").size());
    }

    private static long flagged(Map<String, double[]> clients, int side) {
        return clients.values().stream()
                .filter(pair -> BANDS.of(pair[side]) == Band.HIGH)
                .count();
    }

    @Test
    void givenNoChallenger_whenCompared_thenThereIsNothingToCompare() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn(-13));
        publisher.send(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON));
        JsonNode shown = http.until("/api/models/" + own + "/comparison", json -> true);

        assertThat(shown.get("challenger").isNull() && shown.get("agreement").isNull())
                .isTrue();
        assertThat(shown.get("clients").asInt()).isZero();
    }

    /** Pair by pair, as it is defined. */
    private double area(int side) {
        double larger = 0;
        for (double[] left : gone.values()) {
            for (double[] stays : stay.values()) {
                larger += left[side] > stays[side] ? 1 : left[side] == stays[side] ? 0.5 : 0;
            }
        }
        return larger / (gone.size() * stay.size());
    }
}
