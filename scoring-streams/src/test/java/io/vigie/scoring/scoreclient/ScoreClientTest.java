package io.vigie.scoring.scoreclient;

import static io.vigie.scoring.scoreclient.Events.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import io.vigie.pmml.Evaluation.Scored;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreClientTest {

    @TempDir
    Path folder;

    private ScoringDriver driver;

    @BeforeEach
    void start() {
        driver = new ScoringDriver(folder);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void givenRegistration_whenScored_thenTheRecordSaysEverything() {
        ClientScore score = driver.scoreOf(Events.registered("c-1", 12), 1);

        assertThat(score.clientId()).isEqualTo("c-1");
        assertThat(score.clientVersion()).isEqualTo(1);
        assertThat(score.eventId()).isEqualTo(Events.id("c-1", 1).toString());
        assertThat(score.scoreSequence()).isEqualTo(1);
        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(score.trigger()).isEqualTo(Trigger.EVENT);
        assertThat(score.features())
                .isEqualTo(Map.of(
                        "Age",
                        44.0,
                        "Total_Purchase",
                        10200.5,
                        "Account_Manager",
                        0.0,
                        "Years",
                        5.5,
                        "Num_Sites",
                        12.0));
        assertThat(score.band()).isEqualTo(Band.HIGH);
        assertThat(score.outOfRange()).isEmpty();
        assertThat(score.problem()).isNull();
        assertThat(score.model().name()).isEqualTo("churn");
        assertThat(score.model().sha256()).isEqualTo(ScoringDriver.CHURN.sha256());
        assertThat(score.model().engine()).isEqualTo("JPMML-Evaluator 1.7.7");
        assertThat(score.scoredAt()).isEqualTo(START);
        assertThat(score.source()).isEqualTo(new SourcePosition(0, 0));
        assertThat(score.scoreId()).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        isWhatTheModelSays(score);
    }

    @Test
    void givenSameFeatures_whenAnotherEventComes_thenUnchangedWithTheSameProbability() {
        ClientScore first = driver.scoreOf(Events.registered("c-1", 8), 1);

        ClientScore second = driver.scoreOf(Events.profile("c-1", "Ada L", 44), 2);

        assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.probability()).isEqualTo(first.probability());
        assertThat(second.reasons()).isEqualTo(first.reasons());
        assertThat(second.band()).isEqualTo(first.band());
        assertThat(second.clientVersion()).isEqualTo(2);
        assertThat(second.scoreSequence()).isEqualTo(2);
        assertThat(second.scoreId()).isNotEqualTo(first.scoreId());
        assertThat(driver.count("unchanged")).isEqualTo(1);
    }

    @Test
    void givenEveryKindOfEvent_whenFolded_thenTheFeaturesFollow() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();

        assertThat(driver.scoreOf(Events.profile("c-1", "Ada", 50), 2).features())
                .containsEntry("Age", 50.0);
        assertThat(driver.scoreOf(Events.sites("c-1", 11), 3).features()).containsEntry("Num_Sites", 11.0);
        assertThat(driver.scoreOf(Events.purchase("c-1", "999.25"), 4).features())
                .containsEntry("Total_Purchase", 999.25);
        assertThat(driver.scoreOf(Events.assigned("c-1"), 5).features()).containsEntry("Account_Manager", 1.0);
        ClientScore last = driver.scoreOf(Events.unassigned("c-1"), 6);
        assertThat(last.features())
                .isEqualTo(Map.of(
                        "Age",
                        50.0,
                        "Total_Purchase",
                        999.25,
                        "Account_Manager",
                        0.0,
                        "Years",
                        5.5,
                        "Num_Sites",
                        11.0));
        isWhatTheModelSays(last);
    }

    @Test
    void givenYearsAtRegistration_whenDaysPass_thenWholeUtcDaysAreAdded() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.scores();

        driver.pipe(Events.record(Events.sites("c-1", 9), 2, Instant.parse("2026-03-02T23:59:59Z")));
        assertThat(driver.score().features()).containsEntry("Years", 5.5);
        driver.pipe(Events.record(Events.sites("c-1", 10), 3, Instant.parse("2026-03-03T00:00:00Z")));
        assertThat(driver.score().features()).containsEntry("Years", 5.5 + 1 / 365.25);
    }

    @Test
    void givenNoYears_whenScored_thenCountedFromOnboarding() {
        ClientScore score = driver.scoreOf(Events.registered("c-1", 8, null, null, false), 1);

        assertThat(score.features().get("Years")).isEqualTo(2191 / 365.25);
    }

    @Test
    void givenDeparture_whenMoreHappens_thenDepartedUntilTheReturnIsScoredAnew() {
        driver.pipe(Events.registered("c-1", 8, new BigDecimal("5.5"), "m-1", false), 1);
        driver.scores();

        ClientScore departed = driver.scoreOf(Events.departed("c-1", "m-1"), 2);
        ClientScore later = driver.scoreOf(Events.sites("c-1", 8), 3);
        ClientScore returned = driver.scoreOf(Events.returned("c-1"), 4);

        assertThat(departed.outcome()).isEqualTo(Outcome.DEPARTED);
        assertThat(departed.probability()).isNull();
        assertThat(departed.band()).isNull();
        assertThat(departed.reasons()).isEmpty();
        assertThat(later.outcome()).isEqualTo(Outcome.DEPARTED);
        assertThat(later.scoreSequence()).isEqualTo(3);
        assertThat(returned.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(returned.features()).containsEntry("Account_Manager", 0.0);
        assertThat(returned.scoreSequence()).isEqualTo(4);
        assertThat(driver.count("departed")).isEqualTo(2);
    }

    @Test
    void givenValuesOutOfTheTrainingRange_whenScored_thenNamed() {
        ClientScore score = driver.scoreOf(Events.registered("c-1", 40, new BigDecimal("30"), null, false), 1);

        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(score.outOfRange()).containsExactlyInAnyOrder("Num_Sites", "Years");
    }

    @Test
    void givenSeveralClients_whenInterleaved_thenEachIsCountedByItself() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 8), 1);
        driver.pipe(Events.sites("c-1", 9), 2);
        driver.pipe(Events.sites("c-2", 9), 2);

        List<ClientScore> scores = driver.scores();

        assertThat(scores).extracting(ClientScore::scoreSequence).containsExactly(1L, 1L, 2L, 2L);
        assertThat(scores)
                .extracting(ClientScore::source)
                .extracting(Objects::requireNonNull)
                .extracting(SourcePosition::offset)
                .containsExactly(0L, 1L, 2L, 3L);
    }

    static void isWhatTheModelSays(ClientScore score) {
        double probability = Objects.requireNonNull(score.probability());
        double base = Objects.requireNonNull(score.baseValue());
        double listed =
                score.reasons().stream().mapToDouble(Reason::contribution).sum();
        assertThat(ScoringDriver.CHURN.evaluate(score.features())).isInstanceOfSatisfying(Scored.class, direct -> {
            assertThat(probability).isCloseTo(direct.probability(), within(1e-9));
        });
        assertThat(base + listed + Objects.requireNonNull(score.other())).isCloseTo(probability, within(1e-9));
    }
}
