package io.vigie.query.modeldrift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.modeldrift.FieldDrift.Group;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingTest {

    private static Sketch spread(int records, double mean) {
        Random random = new Random(records);
        return Sketch.of(DoubleStream.generate(() -> mean + 2 * random.nextGaussian())
                .limit(records)
                .toArray());
    }

    private static Sketch lacking(int records, int missing, int invalid) {
        double[] values = new double[records];
        Arrays.fill(values, 8);
        Arrays.fill(values, 0, missing, Double.NaN);
        Arrays.fill(values, missing, missing + invalid, Double.POSITIVE_INFINITY);
        return Sketch.of(values);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 10, 800, 10, STABLE",
        "1000, 10, 800, 10.8, WATCH",
        "1000, 10, 800, 13, DRIFTED",
        "1000, 10, 199, 30, TOO_FEW",
        "199, 10, 5000, 30, TOO_FEW",
        "200, 10, 200, 30, DRIFTED",
        "0, 10, 0, 30, TOO_FEW"
    })
    void givenANumber_whenJudged_thenByIndexTestAndRecords(
            int before, double mean, int now, double newMean, Verdict verdict) {
        FieldDrift field = Judging.of("n", false, spread(before, mean), spread(now, newMean));

        assertThat(field.verdict()).as(field.toString()).isEqualTo(verdict);
        assertThat(field.why()).endsWith(".");
        assertThat(field.kind()).isEqualTo("number");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, STABLE",
        "0, 0, 15, 0, STABLE",
        "0, 0, 49, 0, WATCH",
        "500, 0, 0, 0, DRIFTED",
        "1000, 0, 0, 0, DRIFTED",
        "0, 0, 30, 20, WATCH",
        "0, 0, 0, 150, DRIFTED",
        "200, 0, 200, 0, STABLE",
        "200, 0, 0, 360, DRIFTED"
    })
    void givenMissingAndInvalidValues_whenJudged_thenByHowManyMoreThereAre(
            int missing, int invalid, int nowMissing, int nowInvalid, Verdict verdict) {
        FieldDrift field =
                Judging.of("n", false, lacking(1_000, missing, invalid), lacking(1_000, nowMissing, nowInvalid));

        assertThat(field.verdict()).as(field.toString()).isEqualTo(verdict);
        assertThat(field.missing().current()).isEqualTo(nowMissing / 1_000.0);
        assertThat(field.invalid().current()).isEqualTo(nowInvalid / 1_000.0);
    }

    @Test
    void givenTwoValues_whenJudged_thenACategoryByChiSquare() {
        Sketch before = Sketch.of(DoubleStream.concat(
                        DoubleStream.generate(() -> 0).limit(500),
                        DoubleStream.generate(() -> 1).limit(500))
                .toArray());
        Sketch now = Sketch.of(DoubleStream.concat(
                        DoubleStream.generate(() -> 0).limit(100),
                        DoubleStream.generate(() -> 1).limit(500))
                .toArray());

        FieldDrift field = Judging.of("managed", false, before, now);

        assertThat(field.kind()).isEqualTo("category");
        assertThat(field.test()).isEqualTo("chi-square");
        assertThat(field.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(field.groups()).extracting(Group::reference).containsExactly(0.5, 0.5);
    }

    @Test
    void givenAValueThatTheReferenceLacks_whenACategoryIsJudged_thenItHasItsGroup() {
        FieldDrift field = Judging.of("c", true, many(200, 1, 2, 3), many(200, 2, 4, 5, 6));

        assertThat(field.groups()).extracting(Group::current).containsExactly(0.0, 0.25, 0.0, 0.75);
        assertThat(field.groups().get(3).to()).isNull();
    }

    private static Sketch many(int of, double... values) {
        return Sketch.of(DoubleStream.of(values)
                .flatMap(value -> DoubleStream.generate(() -> value).limit(of))
                .toArray());
    }

    /** What is rare beside what is frequent, and what was never there, below and above. */
    @ParameterizedTest
    @CsvSource({"1", "2", "0.5", "9"})
    void givenAValueThatNearlyAllShare_whenAllMoveElsewhere_thenItHasDrifted(double elsewhere) {
        Sketch before = many(40, 1).merged(many(50, 2)).merged(many(910, 3));

        FieldDrift field = Judging.of("n", false, before, many(1_000, elsewhere));

        assertThat(field.verdict()).as(field.toString()).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void givenFewRecords_whenJudged_thenNothingOfSingleClients() {
        assertThat(Judging.of("n", false, spread(1_000, 10), many(1, 12.5)).groups())
                .isEmpty();
        FieldDrift far = Judging.of("n", false, spread(1_000, 10), many(250, 4_711));
        assertThat(far.groups().get(far.groups().size() - 1).to()).isLessThan(30);
    }

    @Test
    void givenManyValues_whenGrouped_thenTenOfAboutEqualMassWithoutAHole() {
        FieldDrift field = Judging.of("n", false, spread(10_000, 10), spread(500, 40));

        assertThat(field.groups()).hasSize(10);
        for (int group = 0; group < 10; group++) {
            Group one = field.groups().get(group);
            assertThat(one.from()).isLessThan(one.to());
            if (group > 0) {
                assertThat(one.from()).isEqualTo(field.groups().get(group - 1).to());
            }
        }
        assertThat(field.groups().stream().mapToDouble(Group::reference).sum()).isCloseTo(1, within(1e-9));
        assertThat(field.groups().get(9).current()).isEqualTo(1);
    }

    @Test
    void givenOneValueThatMostShare_whenGrouped_thenTheRestStillHasGroupsOfATenth() {
        double[] values = new double[1_000];
        Arrays.fill(values, 0, 700, 8);
        for (int place = 700; place < 1_000; place++) {
            values[place] = 10 + (place - 700) / 3.0;
        }

        FieldDrift field = Judging.of("n", false, Sketch.of(values), Sketch.of(values));

        assertThat(field.groups()).hasSize(4);
        assertThat(field.psi()).isZero();
    }
}
