package io.vigie.benchmarks.models;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.statistics.Contest;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import java.util.ArrayList;
import java.util.List;

/** One client after the other in one thread, each way of asking in a process of its own. */
public final class ScoringStep implements Measurement {

    static final String STEP = "step";
    static final String WITH_REASONS = "step-with-reasons";
    static final String LOGISTIC = "logistic";
    static final String EVALUATOR = "evaluator";
    static final String FOREST = "forest";
    static final String FOREST_EVALUATOR = "forest-evaluator";

    private static final List<String> ALL = List.of(STEP, WITH_REASONS, LOGISTIC, EVALUATOR, FOREST, FOREST_EVALUATOR);

    @Override
    public String name() {
        return "scoring-step";
    }

    @Override
    public String what() {
        return "from a client's facts to its band, and models alone, against the bare evaluator";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        List<RunningProgram> programs = new ArrayList<>();
        try {
            Contest contest = bench.contest();
            for (String question : ALL) {
                RunningProgram program =
                        bench.start(JavaProgram.of(question, ClassPath.own(), AskedModel.class, question));
                programs.add(program);
                program.awaitReady();
                contest.with(question, () -> program.rate(bench.scale().round().toMillis()));
            }
            return figures(contest.run(bench.scale().warmUps(), bench.scale().rounds()));
        } finally {
            programs.forEach(RunningProgram::close);
        }
    }

    private static List<Figure> figures(Results results) {
        return List.of(
                new Figure(
                        "time of a step without reasons ÷ bare evaluator",
                        results.ratio(EVALUATOR, STEP),
                        "×",
                        Target.atMost(1.25)),
                Figure.of("time of a step with reasons ÷ without", results.ratio(STEP, WITH_REASONS), "×"),
                Figure.of("a step without reasons", nanos(results, STEP), "ns"),
                Figure.of("a step with reasons", nanos(results, WITH_REASONS), "ns"),
                new Figure("the churn model", nanos(results, LOGISTIC), "ns", Target.atMost(150)),
                Figure.of("the churn model in the bare evaluator", nanos(results, EVALUATOR), "ns"),
                Figure.of("the churn model ÷ bare evaluator, in time", results.ratio(EVALUATOR, LOGISTIC), "×"),
                new Figure("100 trees of depth 5", nanos(results, FOREST) / 1_000, "µs", Target.atMost(8)),
                Figure.of("100 trees in the bare evaluator", nanos(results, FOREST_EVALUATOR) / 1_000, "µs"),
                Figure.of("100 trees ÷ bare evaluator, in time", results.ratio(FOREST_EVALUATOR, FOREST), "×"));
    }

    private static double nanos(Results results, String question) {
        return 1e9 / results.median(question);
    }
}
