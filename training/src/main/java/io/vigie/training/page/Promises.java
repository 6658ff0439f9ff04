package io.vigie.training.page;

import io.vigie.training.judge.Calibration.Bin;
import io.vigie.training.judge.Curve.Point;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.Report;
import java.util.List;

/** What was said against what happened. */
final class Promises {

    private Promises() {}

    static Figure calibration(Report report, CandidateReport candidate) {
        List<Bin> bins = candidate.calibration();
        long kept = bins.stream()
                .filter(bin -> bin.predicted() >= bin.low() && bin.predicted() <= bin.high())
                .count();
        String title = "In " + kept + " of " + bins.size() + " bins what was said is compatible with what happened";
        Plot plot = new Plot(title, "mean probability said", 1, "share that is positive", 1)
                .line("other", List.of(new Point(0, 0), new Point(1, 1)));
        for (Bin bin : bins) {
            plot.interval(bin.predicted(), bin.low(), bin.high()).dot(bin.predicted(), bin.observed());
        }
        return new Figure(
                title,
                plot.svg(),
                "Calibration in bins of about as many rows, with 95 % intervals (Wilson); on the dashed line both are the"
                        + " same. " + Curves.rows(report),
                Html.table(
                        List.of("said", "happened", "95 % from", "to", "n"),
                        bins.stream()
                                .map(bin -> List.of(
                                        Html.percent(bin.predicted()),
                                        Html.percent(bin.observed()),
                                        Html.percent(bin.low()),
                                        Html.percent(bin.high()),
                                        Integer.toString(bin.n())))
                                .toList()));
    }
}
