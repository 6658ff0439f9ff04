package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.ChurnVersions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSketchesTest {

    private static final Model SECOND = ChurnVersions.model(2);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

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

    /** What was told last of each version and day since the last call. */
    private Map<String, ModelSketch> told() {
        Map<String, ModelSketch> latest = new TreeMap<>();
        driver.advance(EVERY);
        driver.sketches().forEach(sketch -> latest.put(sketch.version() + "/" + sketch.day(), sketch));
        return latest;
    }

    private static ModelSketch of(Map<String, ModelSketch> told, int version, LocalDate day) {
        return Objects.requireNonNull(told.get(version + "/" + day));
    }

    private static Sketch sites(ModelSketch sketch) {
        return input(sketch, "Num_Sites");
    }

    private static Sketch input(ModelSketch sketch, String name) {
        return Objects.requireNonNull(sketch.inputs().get(name));
    }

    @Test
    void givenClientWithSeveralEventsOfADay_whenTold_thenItCountsOnceWithItsFirst() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.sites("c-1", 12), 2);
        driver.pipe(Events.registered("c-2", 8), 1);

        ModelSketch sketch = of(told(), 1, TODAY);

        assertThat(sketch.name()).isEqualTo("churn");
        assertThat(sketch.partition()).isZero();
        assertThat(sketch.inputs()).containsOnlyKeys(ScoringDriver.CHURN.inputs());
        assertThat(sites(sketch)).isEqualTo(new Sketch(0, 0, 0, new TreeMap<>(Map.of(Bins.of(8), 2L))));
        assertThat(sketch.score().values()).isEqualTo(2);
    }

    @Test
    void givenProbabilities_whenTold_thenTheirBinsAreThoseOfTheScores() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 12), 1);
        Sketch expected = Sketch.of(driver.scores().stream()
                .mapToDouble(score -> score.probability() == null ? Double.NaN : score.probability())
                .toArray());

        assertThat(of(told(), 1, TODAY).score()).isEqualTo(expected);
    }

    @Test
    void givenToldAlready_whenMoreIsCounted_thenTheWholeDayIsToldAgainAndOtherwiseNothing() {
        driver.pipe(Events.registered("c-1", 8), 1);
        assertThat(of(told(), 1, TODAY).score().records()).isEqualTo(1);
        assertThat(told()).isEmpty();

        driver.pipe(Events.registered("c-2", 8), 1);

        assertThat(of(told(), 1, TODAY).score().records()).isEqualTo(2);
        assertThat(driver.count("sketches.emitted")).isEqualTo(2);
    }

    @Test
    void givenTheNextDay_whenTheScheduleScoresAll_thenTheDayIsTheWholePopulation() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 9), 1);
        driver.pipe(Events.registered("c-3", 9), 1);
        driver.pipe(Events.departed("c-3"), 2);

        driver.advance(Duration.ofDays(1));
        driver.pipe(Events.sites("c-1", 12), 2);

        assertThat(sites(of(told(), 1, TODAY.plusDays(1))))
                .isEqualTo(new Sketch(0, 0, 0, new TreeMap<>(Map.of(Bins.of(8), 1L, Bins.of(9), 1L))));
    }

    @Test
    void givenAChallenger_whenItAnswersInTheSameStepAndInItsSweep_thenItsCountsAreOfTheSameClients() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.advance(Rescoring.TICK);
        driver.pipe(Events.registered("c-2", 9), 1);
        driver.pipe(Events.sites("c-1", 12), 2);

        Map<String, ModelSketch> told = told();

        assertThat(told).containsOnlyKeys("1/" + TODAY, "2/" + TODAY);
        assertThat(sites(of(told, 2, TODAY))).isEqualTo(sites(of(told, 1, TODAY)));
        assertThat(of(told, 2, TODAY).score()).isNotEqualTo(of(told, 1, TODAY).score());
    }

    @Test
    void givenAnotherChampion_whenAllAreScoredAnew_thenTheyCountForIt() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.registered("c-2", 9), 1);

        driver.deploy(2, SECOND, null);
        driver.advance(Rescoring.TICK);

        assertThat(of(told(), 2, TODAY).score().values()).isEqualTo(2);
    }

    @Test
    void givenVersionThatCountedTheDaysClientsAlready_whenItBecomesChampion_thenNoneCountsTwice() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.advance(Rescoring.TICK);
        driver.deploy(3, SECOND, null);
        driver.advance(Rescoring.TICK);
        driver.deploy(4, ScoringDriver.CHURN, null);
        driver.advance(Rescoring.TICK);

        Map<String, ModelSketch> told = told();

        assertThat(of(told, 1, TODAY).score().records()).isEqualTo(1);
        assertThat(of(told, 2, TODAY).score().records()).isEqualTo(1);
    }

    @Test
    void givenAVersionThatComesBack_whenItScoresWhoCameInBetween_thenTheyCountForItOnce() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.deploy(2, SECOND, null);
        driver.advance(Rescoring.TICK);
        driver.pipe(Events.registered("c-2", 9), 1);
        driver.deploy(3, ScoringDriver.CHURN, null);
        driver.advance(Rescoring.TICK);
        driver.deploy(4, SECOND, null);
        driver.advance(Rescoring.TICK);

        Map<String, ModelSketch> told = told();

        assertThat(of(told, 1, TODAY).score().records()).isEqualTo(2);
        assertThat(of(told, 2, TODAY).score().records()).isEqualTo(2);
    }

    @Test
    void givenClientThatComesBetweenAChallengersStartAndItsSweep_whenSweptToo_thenItCountsOnce() {
        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Rescoring.TICK);
        assertThat(driver.shadows()).as("in the same step, and by the sweep").hasSize(2);

        assertThat(of(told(), 2, TODAY).score().records()).isEqualTo(1);
    }

    @Test
    void givenScoresOfYesterday_whenAChallengerAnswersToThem_thenTheyCountForNoDay() {
        driver.close();
        driver = new ScoringDriver(folder.resolve("rare"), ScoringDriver.CHURN, Duration.ofDays(10_000));
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Duration.ofDays(1));
        driver.deploy(2, ScoringDriver.CHURN, SECOND);
        driver.advance(Rescoring.TICK);

        assertThat(driver.shadows()).hasSize(1);
        assertThat(told()).containsOnlyKeys("1/" + TODAY);
    }

    @Test
    void givenClientThatCannotBeScored_whenTold_thenItsScoreIsMissingAndWhatWasInfiniteInvalid() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Duration.ofDays(1));
        driver.pipe(Events.registered("c-2", 40), 1);
        told();
        driver.pipe(Events.purchase("c-2", "1e1000"), 2);
        driver.advance(Duration.ofDays(1));

        ModelSketch sketch = of(told(), 1, TODAY.plusDays(2));

        assertThat(sketch.score().missing()).isEqualTo(1);
        assertThat(sketch.score().records()).isEqualTo(2);
        assertThat(input(sketch, "Total_Purchase").invalid()).isEqualTo(1);
        assertThat(sites(sketch).outOfRange()).isEqualTo(1);
    }

    @Test
    void givenDaysOlderThanYesterday_whenTold_thenOnceMoreAndThenForgotten() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.advance(Duration.ofDays(1));
        told();

        driver.advance(Duration.ofDays(1));
        List<ModelSketch> last = driver.sketches();
        driver.advance(EVERY);
        last = Stream.concat(last.stream(), driver.sketches().stream()).toList();

        assertThat(last)
                .filteredOn(sketch -> sketch.day().equals(TODAY))
                .singleElement()
                .satisfies(sketch -> assertThat(sketch.score().records()).isEqualTo(1));
        assertThat(driver.counted()).isNotEmpty().allSatisfy((key, value) -> assertThat(key)
                .doesNotStartWith("1/" + TODAY));
    }
}
