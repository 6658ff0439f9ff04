package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.modelquality.Exact;
import io.vigie.query.modelquality.Exact.One;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of scores of two years ago. */
@SuppressWarnings("NullAway.Init")
class ModelQualityIT extends RunningService {

    private static final int OPEN = 6;

    private final String name = ModelLives.name();
    private final ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
    private final ModelArtefact second = ModelLives.artefact(name, 2, ModelLives.churn(-14));
    private final ModelArtefact third = ModelLives.artefact(name, 3, ModelLives.churn(-15));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<One> judged = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    @BeforeAll
    void lives() {
        connect();
        records.addAll(ModelLives.two(first, second));
        records.add(Publisher.event(ModelLives.uploaded(third, null), 5, Lives.NOON));
        records.add(ModelLives.handedOut(third));
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            double probability = (1 + random.nextInt(98)) / 100.0;
            boolean leaves = random.nextDouble() < probability;
            String id = registered(daysAgo(730 - i * 5));
            score(first, id, 1, 1, probability, daysAgo(730 - i * 5));
            judged.add(new One(id, 0, probability, probability >= 0.6, leaves));
            if (leaves) {
                depart(id, 2, daysAgo(730 - i * 5 - 1 - random.nextInt(363)));
            }
        }
        tooLate();
        backAgain();
        twiceInAMonth();
        scoredLate();
        for (int i = 0; i < OPEN; i++) {
            String id = registered(daysAgo(100));
            score(first, id, 1, 1, i < 4 ? 0.9 : 0.2, daysAgo(100));
            if (i == 0 || i == 5) {
                depart(id, 2, daysAgo(60));
            }
        }
        ofOthers();
        publisher.send(records);
        http.until(
                quality(1),
                json -> json.at("/matured/scores").asInt() == judged.size()
                        && json.at("/matured/left").asLong() == exact().count(One::left)
                        && json.at("/soFar/open").asInt() == OPEN
                        && json.at("/soFar/flagged/left").asInt() == 1);
        http.until(
                quality(2),
                json -> json.at("/matured/left").asInt() == 12
                        && json.at("/matured/scores").asInt() == 24);
        http.until(quality(3), json -> json.at("/matured/left").asInt() == 5);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private String registered(Instant at) {
        String id = Lives.id();
        records.add(Publisher.event(Lives.registered(id), 1, at));
        return id;
    }

    private void depart(String id, long version, Instant at) {
        records.add(Publisher.event(new ClientDeparted(id, LocalDate.parse("2026-03-01"), null, null), version, at));
    }

    private void score(ModelArtefact by, String id, long sequence, long version, double probability, Instant at) {
        records.add(Publisher.score(scored(by, id, sequence, version, probability, at)));
    }

    private static ClientScore scored(
            ModelArtefact by, String id, long sequence, long version, double probability, Instant at) {
        ClientScore like = ModelLives.score(by, Lives.score(id, sequence, version, probability, null), probability);
        return new ClientScore(
                like.scoreId(),
                id,
                version,
                like.eventId(),
                sequence,
                like.outcome(),
                like.trigger(),
                probability,
                like.baseValue(),
                like.band(),
                like.reasons(),
                like.other(),
                like.features(),
                like.outOfRange(),
                null,
                like.model(),
                at,
                null);
    }

    /** Who leaves after the horizon has stayed. */
    private void tooLate() {
        String id = registered(daysAgo(700));
        score(first, id, 1, 1, 0.77, daysAgo(700));
        depart(id, 2, daysAgo(700 - 366));
        judged.add(new One(id, 0, 0.77, true, false));
    }

    /** What was said after a return is about later departures. */
    private void backAgain() {
        String id = registered(daysAgo(720));
        score(first, id, 1, 1, 0.91, daysAgo(720));
        depart(id, 2, daysAgo(700));
        records.add(Publisher.score(Lives.without(scored(first, id, 2, 2, 0.91, daysAgo(700)), Outcome.DEPARTED)));
        records.add(Publisher.event(new ClientReturned(id), 3, daysAgo(650)));
        score(first, id, 3, 3, 0.15, daysAgo(650));
        judged.add(new One(id, 0, 0.91, true, true));
        judged.add(new One(id, 1, 0.15, false, false));
    }

    /** Only the first of a month counts, behind one that says nothing. */
    private void twiceInAMonth() {
        Instant begin =
                daysAgo(600).atZone(java.time.ZoneOffset.UTC).withDayOfMonth(1).toInstant();
        String id = registered(begin);
        records.add(Publisher.score(Lives.without(scored(first, id, 1, 1, 0.5, begin), Outcome.UNSCORABLE)));
        records.add(Publisher.score(Lives.unchanged(scored(first, id, 2, 1, 0.35, begin.plus(Duration.ofDays(2))))));
        score(first, id, 3, 1, 0.99, begin.plus(Duration.ofDays(5)));
        judged.add(new One(id, 0, 0.35, false, false));
    }

    /** The score of an event before the departure, given after it: it knew nothing of that. */
    private void scoredLate() {
        String id = registered(daysAgo(650));
        depart(id, 2, daysAgo(649));
        score(first, id, 1, 1, 0.85, daysAgo(648));
        judged.add(new One(id, 0, 0.85, true, true));
    }

    /** A version that is always right, and one of which little is known. */
    private void ofOthers() {
        for (int i = 0; i < 29; i++) {
            boolean leaves = i % 2 == 0 && i < 24 || i >= 24;
            String id = registered(daysAgo(500));
            score(i < 24 ? second : third, id, 1, 1, leaves ? 0.8 : 0.2, daysAgo(500));
            if (leaves) {
                depart(id, 2, daysAgo(400));
            }
        }
    }

    private Exact exact() {
        return new Exact(judged);
    }

    private String quality(int version) {
        return "/api/models/" + name + "/versions/" + version + "/quality?months=14&window=3";
    }

    private JsonNode told(int version) {
        Http.Answer answer = http.get(quality(version));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void givenKnownOutcomes_whenAsked_thenTheFiguresAreThoseOfTheirDefinitions() {
        JsonNode matured = told(1).get("matured");

        Exact exact = exact();
        assertThat(matured.get("flagged").asLong()).isEqualTo(exact.count(One::flagged));
        assertThat(matured.get("clientsLeft").asLong()).isEqualTo(exact.clients(One::left));
        assertThat(matured.get("clientsStayed").asLong()).isEqualTo(exact.clients(one -> !one.left()));
        assertThat(matured.get("why").isNull()).isTrue();
        assertThat(matured.at("/measures/auc/value").asDouble()).isCloseTo(exact.auc(), within(1e-12));
        assertThat(matured.at("/measures/auc/low").asDouble())
                .isCloseTo(exact.auc() - 1.959963984540054 * Math.sqrt(exact.variance()), within(1e-9));
        assertThat(matured.at("/measures/predicted").asDouble()).isCloseTo(exact.predicted(), within(1e-12));
        assertThat(matured.at("/measures/observed/value").asDouble())
                .isCloseTo((double) exact.count(One::left) / judged.size(), within(1e-12));
        assertThat(matured.at("/measures/brier").asDouble()).isCloseTo(exact.brier(), within(1e-12));
        assertThat(matured.at("/measures/logLoss").asDouble()).isCloseTo(exact.logLoss(), within(1e-12));
        double found = exact.count(one -> one.flagged() && one.left());
        assertThat(matured.at("/measures/precision/value").asDouble())
                .isCloseTo(found / exact.count(One::flagged), within(1e-12));
        assertThat(matured.at("/measures/precision/low").asDouble())
                .isCloseTo(exact.wilsonLow(One::flagged), within(1e-9));
        assertThat(matured.at("/measures/recall").asDouble()).isCloseTo(found / exact.count(One::left), within(1e-12));
    }

    @Test
    void givenKnownOutcomes_whenAsked_thenCalibrationIsThatOfTheMatured() {
        JsonNode calibration = told(1).get("calibration");

        double predicted =
                judged.stream().mapToDouble(One::probability).average().orElseThrow();
        assertThat(calibration.get("predicted").asDouble()).isCloseTo(predicted, within(1e-12));
        assertThat(calibration.get("difference").asDouble())
                .isCloseTo((double) exact().count(One::left) / judged.size() - predicted, within(1e-12));
        long scores = 0;
        for (JsonNode tenth : calibration.get("tenths")) {
            List<One> there = judged.stream()
                    .filter(one -> Math.floor(one.probability() * 10)
                            == Math.round(tenth.get("from").asDouble() * 10))
                    .toList();
            assertThat(tenth.get("scores").asLong()).isEqualTo(there.size());
            assertThat(tenth.at("/observed/value").asDouble())
                    .isCloseTo((double) there.stream().filter(One::left).count() / there.size(), within(1e-12));
            scores += there.size();
        }
        assertThat(scores).isEqualTo(judged.size());
    }

    @Test
    void givenMonths_whenRolled_thenEachPointIsOfItsWindow() {
        JsonNode narrow = http.get("/api/models/" + name + "/versions/1/quality?months=14&window=1")
                .json();
        JsonNode wide = told(1);

        assertThat(narrow.get("rolling")).hasSize(14);
        assertThat(wide.get("rolling")).hasSize(14);
        long all = 0;
        for (JsonNode point : narrow.get("rolling")) {
            assertThat(point.get("from")).isEqualTo(point.get("month"));
            all += point.at("/cohort/scores").asLong();
        }
        assertThat(all).isEqualTo(judged.size());
        for (int i = 2; i < 14; i++) {
            long three = 0;
            for (int j = i - 2; j <= i; j++) {
                three += narrow.at("/rolling/" + j + "/cohort/scores").asLong();
            }
            assertThat(wide.at("/rolling/" + i + "/cohort/scores").asLong()).isEqualTo(three);
        }
    }

    @Test
    void givenOpenScores_whenAsked_thenTheyAreToldApartAsALowerBound() {
        JsonNode soFar = told(1).get("soFar");

        assertThat(soFar.get("open").asInt()).isEqualTo(OPEN);
        assertThat(soFar.at("/flagged/scores").asInt()).isEqualTo(4);
        assertThat(soFar.at("/flagged/shareAtLeast").asDouble()).isEqualTo(0.25);
        assertThat(soFar.at("/flagged/daysObserved").asDouble()).isCloseTo((3 * 100 + 40) / 4.0, within(0.1));
        assertThat(soFar.at("/others/left").asInt()).isEqualTo(1);
        assertThat(Instant.parse(soFar.get("nextMaturesAt").asString()))
                .isEqualTo(daysAgo(100).plus(Duration.ofDays(365)));
    }

    @Test
    void givenOtherVersions_whenAsked_thenEachHasItsOwnAndTooFewHaveNone() {
        JsonNode right = told(2);
        assertThat(right.at("/matured/measures/auc/value").asDouble()).isEqualTo(1);
        assertThat(right.at("/matured/measures/precision/value").asDouble()).isEqualTo(1);
        assertThat(right.at("/soFar/nextMaturesAt").isNull()).isTrue();

        JsonNode few = told(3);
        assertThat(few.at("/matured/scores").asInt()).isEqualTo(5);
        assertThat(few.at("/matured/measures").isNull()).isTrue();
        assertThat(few.at("/matured/why").asString()).contains("Not enough evidence", "5 and 0");
        assertThat(few.get("calibration").isNull()).isTrue();
    }

    @Test
    void givenTheSameHistory_whenRebuilt_thenTheAnswerIsTheSame() {
        ObjectNode before = (ObjectNode) told(1);

        JsonNode report = new RebuildRig(http, publisher).rebuilt("{}");

        assertThat(report.get("differences").toString()).doesNotContain("monthly_score");
        report.get("tables").forEach(table -> {
            if (table.get("table").asString().equals("monthly_score")) {
                assertThat(table.get("rebuiltRows").asLong()).isGreaterThan(judged.size());
            }
        });
        ObjectNode after = (ObjectNode) told(1);
        for (String field : List.of("matured", "calibration", "rolling")) {
            assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"months=0", "months=121", "months=x", "months=-1", "window=0", "window=37", "window=1e1"})
    void givenParametersThatCantBe_whenAsked_then400WithWhatTheyMustBe(String query) {
        Http.Answer answer = http.get("/api/models/" + name + "/versions/1/quality?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(query.substring(0, 6));
        assertThat(answer.json().at("/errors/0/message").asString()).contains("from 1 to");
    }

    @Test
    void givenWhoAsks_whenItIsNoneOfTheirs_thenNothingIsTold() {
        assertThat(http.get("/api/models/" + name + "/versions/99/quality").status())
                .isEqualTo(404);
        assertThat(http.get("/api/models/no-such/versions/1/quality").status()).isEqualTo(404);
        for (String role : List.of("data-scientist", "auditor", "operator")) {
            assertThat(http.as(Tokens.of(role)).get(quality(1)).json().get("matured"))
                    .isEqualTo(told(1).get("matured"));
        }
        assertThat(http.as(Tokens.ofAccountManager("ada")).get(quality(1)).status())
                .isEqualTo(403);
    }
}
