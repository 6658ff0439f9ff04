package io.vigie.training.report;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.training.fit.FoldPlan;
import io.vigie.training.fit.Setting;
import io.vigie.training.fit.Trained;
import io.vigie.training.judge.Calibration;
import io.vigie.training.judge.Capacity;
import io.vigie.training.judge.Confusion;
import io.vigie.training.judge.Curve;
import io.vigie.training.judge.Deciles;
import io.vigie.training.judge.OneStandardError;
import io.vigie.training.judge.PairedComparison;
import io.vigie.training.judge.Quality;
import io.vigie.training.judge.Spread;
import io.vigie.training.report.CandidateReport.AgainstBest;
import io.vigie.training.report.CandidateReport.Exported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Puts the candidates side by side, in order of simplicity. */
public final class Judged {

    private static final int BINS = 10;
    private static final int POINTS = 200;

    private final int[] y;
    private final FoldPlan plan;
    private final Capacity capacity;
    private final List<Trained> trained;
    private final List<List<Quality>> qualities;
    private final int best;
    private final int champion;

    /** Judges each on each fold. */
    public Judged(int[] y, FoldPlan plan, Capacity capacity, List<Trained> trained) {
        this.y = y;
        this.plan = plan;
        this.capacity = capacity;
        this.trained = trained;
        this.qualities = trained.stream().map(this::qualities).toList();
        List<Spread> spreads = qualities.stream()
                .map(each -> Measures.of(each, plan.folds()).auc())
                .toList();
        this.best = OneStandardError.best(spreads);
        this.champion = OneStandardError.simplest(spreads);
    }

    /** Place of the candidate with the highest mean AUC. */
    public int best() {
        return best;
    }

    /** Place of the candidate that is taken. */
    public int champion() {
        return champion;
    }

    /** The candidates' reports; what was exported in the same order. */
    public List<CandidateReport> reports(List<Exported> exported) {
        List<CandidateReport> reports = new ArrayList<>();
        for (int place = 0; place < trained.size(); place++) {
            reports.add(report(place, exported.get(place)));
        }
        return reports;
    }

    private List<Quality> qualities(Trained candidate) {
        List<Quality> folds = new ArrayList<>();
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            double[] probabilities = candidate.outOfFold()[repeat];
            for (int fold = 0; fold < plan.folds(); fold++) {
                int[] of = plan.outer()[repeat];
                int out = fold;
                int[] rows = IntStream.range(0, y.length)
                        .filter(row -> of[row] == out)
                        .toArray();
                folds.add(Quality.of(
                        IntStream.of(rows)
                                .mapToDouble(row -> probabilities[row])
                                .toArray(),
                        IntStream.of(rows).map(row -> y[row]).toArray()));
            }
        }
        return folds;
    }

    private CandidateReport report(int place, Exported exported) {
        Trained candidate = trained.get(place);
        double[] first = candidate.outOfFold()[0];
        Measures measures = Measures.of(qualities.get(place), plan.folds());
        Spread bestAuc = Measures.of(qualities.get(best), plan.folds()).auc();
        return new CandidateReport(
                candidate.candidate().key(),
                candidate.candidate().told(),
                candidate.candidate().ordinal() + 1,
                candidate.setting().told(),
                counts(candidate.settings()),
                measures,
                measures.auc().mean() >= bestAuc.mean() - bestAuc.standardError(),
                place == best ? null : againstBest(place),
                Confusion.at(capacity.threshold(first), first, y),
                Confusion.at(0.5, first, y),
                Calibration.bins(first, y, BINS),
                Curve.thinned(Curve.roc(first, y), POINTS),
                Curve.thinned(Curve.precisionRecall(first, y), POINTS),
                Deciles.of(first, y),
                Sketch.of(first),
                candidate.time().toMillis() / 1e3,
                exported);
    }

    private AgainstBest againstBest(int place) {
        PairedComparison comparison = PairedComparison.of(auc(place), auc(best), plan.folds());
        return new AgainstBest(comparison, comparison.moreThanNoise());
    }

    private double[] auc(int place) {
        return qualities.get(place).stream().mapToDouble(Quality::auc).toArray();
    }

    private static Map<String, Integer> counts(List<Setting> settings) {
        Map<String, Integer> counts = new TreeMap<>();
        settings.forEach(setting -> counts.merge(setting.told(), 1, Integer::sum));
        return counts;
    }
}
