package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.ChurnVersions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events wait for when the reasons of a model take long. */
class SlowReasonsTest {

    private static final int CLIENTS = 100;
    private static final Model SECOND = ChurnVersions.model(2);

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

    /** How long the events of a hundred clients take. */
    private Duration scored(Model champion, @Nullable Model challenger) {
        driver.deploy(2, champion, challenger);
        Instant before = driver.clock.instant();
        for (int client = 0; client < CLIENTS; client++) {
            driver.pipe(Events.registered("c-" + client, 8), 1);
        }
        return Duration.between(before, driver.clock.instant());
    }

    private Model slow(int millis) {
        return new Slow(SECOND, driver.clock, Duration.ofMillis(millis));
    }

    private static void answeredWithoutReasons(ClientScore score) {
        assertThat(score.outcome()).isEqualTo(Outcome.SCORED);
        assertThat(score.reasons()).isEmpty();
        double told = Objects.requireNonNull(score.baseValue()) + Objects.requireNonNull(score.other());
        assertThat(Objects.requireNonNull(score.probability())).isCloseTo(told, within(1e-12));
    }

    @Test
    void givenAChallengerWhoseReasonsTakeLong_whenEventsCome_thenItAnswersWithoutThemAndTheChampionIsHardlyHeldUp() {
        Duration time = scored(ScoringDriver.CHURN, slow(10));

        // A hundred plain answers are a second; with all of their reasons it would be 33.
        assertThat(time).isLessThan(Duration.ofMillis(1_500));
        assertThat(driver.scores()).hasSize(CLIENTS).allSatisfy(score -> assertThat(score.reasons())
                .isNotEmpty());
        assertThat(driver.shadows()).hasSize(CLIENTS).allSatisfy(SlowReasonsTest::answeredWithoutReasons);
        assertThat(driver.count("unexplained", "role", "challenger")).isEqualTo(CLIENTS);
        assertThat(driver.count("unexplained", "role", "champion")).isZero();
    }

    @Test
    void givenAChallengerWhosePlainAnswersTakeLong_whenEventsCome_thenItIsAskedSeldom() {
        Duration time = scored(ScoringDriver.CHURN, slow(250));

        assertThat(time).isLessThan(Duration.ofSeconds(1));
        assertThat(driver.scores()).hasSize(CLIENTS).allSatisfy(score -> assertThat(score.reasons())
                .isNotEmpty());
        List<ClientScore> shadows = driver.shadows();
        assertThat(shadows).hasSize(CLIENTS);
        assertThat(shadows.subList(1, CLIENTS))
                .allSatisfy(score -> assertThat(score.problem()).isEqualTo("The model takes too long."));
        assertThat(driver.count("unscorable.reasons", "role", "challenger", "reason", "time"))
                .isEqualTo(CLIENTS - 1);
    }

    @Test
    void givenAChampionWhosePlainAnswersTakeLong_whenEventsCome_thenItAnswersAllTheSame() {
        scored(slow(250), null);

        assertThat(driver.scores()).hasSize(CLIENTS).allSatisfy(SlowReasonsTest::answeredWithoutReasons);
    }

    @Test
    void givenAModelThatWasLate_whenItHasRested_thenItsReasonsAreAskedForAnew() {
        scored(ScoringDriver.CHURN, new Slow(SECOND, driver.clock, Duration.ofMillis(10)));
        driver.deploy(3, ScoringDriver.CHURN, SECOND);
        driver.advance(Duration.ofSeconds(2));
        driver.shadows();

        driver.pipe(Events.sites("c-1", 12), 2);

        assertThat(driver.shadows()).hasSize(1).allSatisfy(score -> assertThat(score.reasons())
                .isNotEmpty());
    }

    @Test
    void givenReasonsThatTakeAlmostTooLong_whenManyEventsAreHandledInARound_thenTheyHaveASecondTogether() {
        Duration time = scored(slow(2), null);

        // 15 clients with their reasons, 66 ms each, and 2 ms for each of the others.
        assertThat(time).isLessThan(Duration.ofMillis(1_300));
        assertThat(driver.scores().stream().filter(score -> !score.reasons().isEmpty()))
                .hasSizeBetween(14, 16);

        driver.advance(Rescoring.TICK);
        driver.scores();
        driver.pipe(Events.sites("c-1", 12), 2);
        assertThat(driver.score().reasons()).isNotEmpty();
    }

    @Test
    void givenAClockThatIsPutBack_whenAModelWasLateBefore_thenItDoesntRestUntilThen() {
        MutableClock clock = new MutableClock(Events.START);
        Pace pace = new Pace(clock, () -> {});
        pace.took(Pace.LIMIT, 150, false);
        assertThat(pace.limit()).isZero();

        clock.advance(Duration.ofHours(-1));

        assertThat(pace.limit()).isEqualTo(Pace.LIMIT);
    }
}
