package io.vigie.query.modelquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigie.query.modelquality.Exact.One;
import io.vigie.query.modelquality.Judgement.Told;
import io.vigie.query.modelquality.ModelQuality.Calibration;
import io.vigie.query.modelquality.ModelQuality.Cohort;
import io.vigie.query.modelquality.ModelQuality.Measures;
import io.vigie.query.modelquality.ModelQuality.RollingPoint;
import io.vigie.query.modelquality.ModelQuality.Tenth;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Months MONTHS = Months.upTo(Instant.parse("2026-02-10T00:00:00Z"), 6, 3);

    /** Many clients over eight months, with ties, and outcomes that change. */
    private static List<One> life(int clients) {
        Random random = new Random(42);
        List<One> scores = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            for (int month = 0; month < MONTHS.needed(); month++) {
                if (random.nextInt(3) > 0) {
                    double probability = (1 + random.nextInt(98)) / 100.0;
                    scores.add(new One(
                            "c" + client, month, probability, probability >= 0.6, random.nextDouble() < probability));
                }
            }
        }
        return scores;
    }

    private static Told judged(List<One> scores) {
        return judged(scores, Limits.within(Duration.ofHours(1)));
    }

    private static Told judged(List<One> scores, Limits limits) {
        Judgement judgement = new Judgement(MONTHS);
        scores.forEach(one -> judgement.take(new JudgedScore(
                one.clientId(), MONTHS.at(one.month()).atDay(1), one.probability(), one.flagged(), one.left())));
        return judgement.told(limits);
    }

    private static void check(Cohort told, List<One> scores) {
        Exact exact = new Exact(scores);
        Measures measures = Objects.requireNonNull(told.measures(), () -> String.valueOf(told.why()));
        assertThat(told.scores()).isEqualTo(scores.size());
        assertThat(told.left()).isEqualTo(exact.count(One::left));
        assertThat(told.flagged()).isEqualTo(exact.count(One::flagged));
        assertThat(told.clientsLeft()).isEqualTo(exact.clients(One::left));
        assertThat(told.clientsStayed()).isEqualTo(exact.clients(one -> !one.left()));
        assertThat(measures.auc().value()).isCloseTo(exact.auc(), within(1e-12));
        double half = 1.959963984540054 * Math.sqrt(exact.variance());
        assertThat(measures.auc().low()).isCloseTo(exact.auc() - half, within(1e-9));
        assertThat(measures.auc().high()).isCloseTo(Math.min(1, exact.auc() + half), within(1e-9));
        assertThat(measures.predicted()).isCloseTo(exact.predicted(), within(1e-12));
        assertThat(measures.observed().value())
                .isCloseTo((double) exact.count(One::left) / scores.size(), within(1e-12));
        assertThat(measures.observed().low()).isCloseTo(exact.wilsonLow(one -> true), within(1e-9));
        assertThat(measures.brier()).isCloseTo(exact.brier(), within(1e-12));
        assertThat(measures.logLoss()).isCloseTo(exact.logLoss(), within(1e-12));
        Figure precision = Objects.requireNonNull(measures.precision());
        long found = exact.count(one -> one.flagged() && one.left());
        assertThat(precision.value()).isCloseTo((double) found / exact.count(One::flagged), within(1e-12));
        assertThat(precision.low()).isCloseTo(exact.wilsonLow(One::flagged), within(1e-9));
        assertThat(measures.recall()).isCloseTo((double) found / exact.count(One::left), within(1e-12));
    }

    @Test
    void givenScoresWithTies_whenJudged_thenTheFiguresOfAllAndOfEachWindowAreThoseOfTheirDefinitions() {
        List<One> scores = life(60);
        Told judgement = judged(scores);

        check(
                judgement.matured(),
                scores.stream().filter(one -> one.month() >= 2).toList());
        List<RollingPoint> rolling = judgement.rolling();
        assertThat(rolling)
                .extracting(RollingPoint::month)
                .containsExactly("2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02");
        assertThat(rolling.get(0).from()).isEqualTo("2025-07");
        for (int i = 0; i < rolling.size(); i++) {
            int last = i + 2;
            check(
                    rolling.get(i).cohort(),
                    scores.stream()
                            .filter(one -> one.month() <= last && one.month() > last - 3)
                            .toList());
        }
    }

    @Test
    void givenScores_whenCalibrated_thenTenthsAddUpToWhatIsKnown() {
        List<One> scores = life(60).stream().filter(one -> one.month() >= 2).toList();
        Calibration calibration = Objects.requireNonNull(judged(scores).calibration());

        double left = scores.stream().filter(One::left).count();
        double predicted =
                scores.stream().mapToDouble(One::probability).average().orElseThrow();
        assertThat(calibration.predicted()).isCloseTo(predicted, within(1e-12));
        assertThat(calibration.observed().value()).isCloseTo(left / scores.size(), within(1e-12));
        assertThat(calibration.difference()).isCloseTo(left / scores.size() - predicted, within(1e-12));
        assertThat(calibration.tenths()).hasSize(10);
        assertThat(calibration.tenths().stream().mapToLong(Tenth::scores).sum()).isEqualTo(scores.size());
        Tenth third = calibration.tenths().get(3);
        List<One> there = scores.stream()
                .filter(one -> one.probability() >= 0.3 && one.probability() < 0.4)
                .toList();
        assertThat(third.scores()).isEqualTo(there.size());
        assertThat(third.observed().value())
                .isCloseTo((double) there.stream().filter(One::left).count() / there.size(), within(1e-12));
    }

    @Test
    void givenOneClientMonthAfterMonth_whenJudged_thenThatIsNoEvidenceOfMany() {
        List<One> scores = new ArrayList<>();
        for (int client = 0; client < 12; client++) {
            scores.add(new One("stays" + client, 5, 0.1, false, false));
        }
        for (int client = 0; client < 3; client++) {
            for (int month = 3; month < 8; month++) {
                scores.add(new One("leaves" + client, month, 0.9, true, true));
            }
        }
        Cohort told = judged(scores).matured();

        assertThat(told.left()).isEqualTo(15);
        assertThat(told.clientsLeft()).isEqualTo(3);
        assertThat(told.measures()).isNull();
        assertThat(told.why()).contains("Not enough evidence", "3 and 12");
        assertThat(judged(scores).calibration()).isNull();
        assertThat(judged(List.of()).matured().why()).contains("no score");
    }

    @Test
    void givenProbabilitiesOfNoughtAndOne_whenWrong_thenTheLossIsFiniteAndTheLastTenthHasTheOne() {
        List<One> scores = new ArrayList<>();
        for (int client = 0; client < 20; client++) {
            scores.add(new One("c" + client, 7, client % 2, client % 2 == 1, client % 4 < 2));
        }
        Told judgement = judged(scores);

        assertThat(Objects.requireNonNull(judgement.matured().measures()).logLoss())
                .isFinite();
        assertThat(Objects.requireNonNull(judgement.calibration()).tenths())
                .extracting(Tenth::from)
                .containsExactly(0.0, 0.9);
    }

    @Test
    void givenNoTimeLeft_whenJudged_thenItIs503AndWhatToAskForIsSaid() {
        assertThatThrownBy(() -> judged(life(1), Limits.within(Duration.ZERO)))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.getStatusCode().value()).isEqualTo(503);
                    assertThat(rejected.getBody().getDetail()).contains("fewer months", "smaller window");
                });
    }
}
