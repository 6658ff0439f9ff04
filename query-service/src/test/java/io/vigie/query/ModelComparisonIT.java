package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a version would change, and what both have said. */
@SuppressWarnings("NullAway.Init")
class ModelComparisonIT extends RunningService {

    private static final Bands BANDS = new Bands(0.3, 0.6);

    private final String name = ModelLives.name();
    private final ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
    private final ModelArtefact second = ModelLives.artefact(name, 2, ModelLives.churn(-14));
    private final Map<String, double[]> stay = new LinkedHashMap<>();
    private final Map<String, double[]> gone = new LinkedHashMap<>();
    private Http scientist;

    @BeforeAll
    void life() {
        connect();
        scientist = http.as(Tokens.of("data-scientist"));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(ModelLives.two(first, second));
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            both(
                    stay,
                    Math.floor(random.nextDouble() * 100) / 100,
                    Math.floor(random.nextDouble() * 100) / 100,
                    records);
        }
        for (int i = 0; i < 29; i++) {
            both(gone, Math.sqrt(random.nextDouble()), random.nextDouble(), records);
        }
        publisher.send(records);
        gone.keySet().forEach(this::leave);
        http.until(
                "/api/models/" + name + "/comparison",
                json -> json.get("clients").asInt() == 40
                        && json.get("departures").asInt() == 29);
    }

    private void both(
            Map<String, double[]> clients,
            double champion,
            double challenger,
            List<ProducerRecord<byte[], byte[]>> records) {
        String id = Lives.id();
        ClientScore like = Lives.score(id, 1, 1, champion, null);
        clients.put(id, new double[] {champion, challenger});
        records.add(Publisher.event(Lives.registered(id, "Zenobia", "Quillfeather", "TX", null), 1, Lives.NOON));
        records.add(Publisher.score(ModelLives.score(first, like, champion)));
        records.add(Publisher.shadow(ModelLives.score(second, like, challenger)));
    }

    private void leave(String id) {
        publisher.send(
                Publisher.event(new ClientDeparted(id, LocalDate.parse("2026-03-01"), null, null), 2, Lives.NOON));
    }

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

    @Test
    void givenAVersion_whenAskedWhatItWouldChange_thenClientsAreScoredAnewAndTheLargestDifferenceIsFirst() {
        Model model = Models.uploaded(
                name,
                2,
                second.bytes(),
                new Reference(ModelLives.CHURN.referencePoint(), ModelLives.CHURN.trainingRanges()));
        double after =
                ((Scored) model.evaluate(Lives.score("x", 1, 1, 0.5, null).features())).probability();
        Http.Answer answer = http.get("/api/models/" + name + "/versions/2/band-changes?limit=1000");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        JsonNode shown = answer.json();

        assertThat(shown.get("version").asInt()).isEqualTo(2);
        assertThat(shown.get("against").asInt()).isEqualTo(1);
        assertThat(shown.get("clients").asLong()).isGreaterThanOrEqualTo(40);
        long sum = 0;
        for (JsonNode row : shown.get("from")) {
            for (JsonNode count : row) {
                sum += count.asLong();
            }
        }
        assertThat(shown.get("changed").asLong()).isEqualTo(sum);
        List<String> listed = new ArrayList<>();
        double before = 2;
        for (JsonNode item : shown.get("items")) {
            double difference =
                    Math.abs(item.get("after").asDouble() - item.get("before").asDouble());
            assertThat(difference).isLessThanOrEqualTo(before);
            before = difference;
            String id = item.get("clientId").asString();
            if (stay.containsKey(id)) {
                listed.add(id);
                assertThat(item.get("before").asDouble()).isEqualTo(stay.get(id)[0]);
                assertThat(item.get("after").asDouble()).isEqualTo(after);
                assertThat(item.get("bandAfter").asString())
                        .isEqualTo(BANDS.of(after).toString());
                assertThat(item.get("name").asString()).isEqualTo("Zenobia");
            }
        }
        List<String> expected = stay.entrySet().stream()
                .filter(client -> BANDS.of(client.getValue()[0]) != BANDS.of(after))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(http.get("/api/models/" + name + "/versions/2/band-changes?limit=1")
                        .json()
                        .get("items"))
                .hasSize(1);
        JsonNode masked = scientist
                .get("/api/models/" + name + "/versions/2/band-changes")
                .json();
        assertThat(masked.toString()).doesNotContain("Zenobia", "Quillfeather");
        assertThat(masked.get("from")).isEqualTo(shown.get("from"));
        assertThat(masked.at("/items/0/bandAfter").isString()).isTrue();
    }

    @Test
    void givenAModelThatIsNoRiskOfClients_whenAskedWhatItWouldChange_then422WithARemedy() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn(-10), Map.of(), Map.of());
        publisher.send(Publisher.event(ModelLives.uploaded(one, null), 1, Lives.NOON), ModelLives.handedOut(one));
        http.until("/api/models/" + own, json -> true);

        Http.Answer answer = http.get("/api/models/" + own + "/versions/1/band-changes");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("remedy").asString()).isNotBlank();
    }
}
