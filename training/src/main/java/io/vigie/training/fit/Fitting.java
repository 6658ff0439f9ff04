package io.vigie.training.fit;

import static org.apache.spark.sql.functions.col;

import io.vigie.training.prepare.TrainingSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges and fits candidates on the same folds; several folds at a time, since one small fold can't keep the cores busy. */
public final class Fitting implements AutoCloseable {

    private final TrainingSet set;
    private final FoldPlan plan;
    private final boolean quick;
    private final long seed;
    private final Dataset<Row> rows;
    private final ExecutorService workers;

    /**
     * Gives the rows to the engine.
     *
     * @param quick smaller grids and models, to try a file out
     * @param seed for the candidates that draw by lot
     */
    public Fitting(Engine engine, TrainingSet set, FoldPlan plan, boolean quick, long seed) {
        this.set = set;
        this.plan = plan;
        this.quick = quick;
        this.seed = seed;
        this.rows = Frame.of(engine.session(), set, plan);
        this.workers =
                Executors.newFixedThreadPool(engine.session().sparkContext().defaultParallelism());
    }

    /** How many models {@link #train} will fit for the candidate. */
    public int fits(Candidate candidate) {
        int grid = Grid.of(candidate, quick).size();
        return (plan.folds() * plan.repeats() + 1) * (grid == 1 ? 1 : grid * plan.innerFolds() + 1);
    }

    /**
     * Judges the candidate on every fold, then fits it on all rows.
     *
     * @param fitted is told of each model
     */
    public Trained train(Candidate candidate, Runnable fitted) throws InterruptedException {
        long begin = System.nanoTime();
        Choosing choosing = new Choosing(set, candidate, Grid.of(candidate, quick), plan.innerFolds(), seed, fitted);
        double[][] outOfFold = new double[plan.repeats()][set.rows()];
        List<Callable<Setting>> tasks = new ArrayList<>();
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            for (int fold = 0; fold < plan.folds(); fold++) {
                String cut = Frame.cut(repeat, fold);
                double[] into = outOfFold[repeat];
                tasks.add(() -> judge(choosing, cut, into));
            }
        }
        List<Setting> settings = results(tasks);
        Setting setting = choosing.choose(rows, Frame.CUT_OF_ALL);
        PipelineModel model = new Pipeline()
                .setStages(Stream.concat(
                                Stages.stages(set.features(), candidate.indicators()).stream(),
                                Stream.of(Estimators.of(candidate, setting, set.target(), seed)))
                        .toArray(PipelineStage[]::new))
                .fit(rows);
        fitted.run();
        double[] inSample = new double[set.rows()];
        fill(model.transform(rows), inSample);
        return new Trained(
                candidate, outOfFold, settings, setting, model, inSample, Duration.ofNanos(System.nanoTime() - begin));
    }

    private Setting judge(Choosing choosing, String cut, double[] into) {
        Setting setting = choosing.choose(rows, cut);
        Dataset<Row> training = rows.filter(col(cut).geq(0));
        PipelineModel prepared = Stages.pipeline(
                        set.features(), choosing.candidate().indicators())
                .fit(training);
        Transformer model = choosing.fit(prepared.transform(training), setting);
        fill(model.transform(prepared.transform(rows.filter(col(cut).lt(0)))), into);
        return setting;
    }

    private static void fill(Dataset<Row> judged, double[] into) {
        for (Row row : judged.select(Frame.ROW, "probability").collectAsList()) {
            into[row.getInt(0)] = Choosing.probability(row);
        }
    }

    private List<Setting> results(List<Callable<Setting>> tasks) throws InterruptedException {
        List<Setting> results = new ArrayList<>();
        for (Future<Setting> future : workers.invokeAll(tasks)) {
            try {
                results.add(future.get());
            } catch (ExecutionException fault) {
                throw new IllegalStateException("a model could not be fitted: " + fault.getCause(), fault.getCause());
            }
        }
        return results;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        rows.unpersist();
    }
}
