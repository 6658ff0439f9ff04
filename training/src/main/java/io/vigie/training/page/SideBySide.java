package io.vigie.training.page;

import io.vigie.training.judge.PairedComparison;
import io.vigie.training.judge.Spread;
import io.vigie.training.report.Baseline;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.Measures;
import io.vigie.training.report.Report;
import java.util.ArrayList;
import java.util.List;

/** All candidates in one table, with the baseline that nobody needs a model for. */
final class SideBySide {

    private SideBySide() {}

    static String measures(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (CandidateReport candidate : report.candidates()) {
            Measures measures = candidate.measures();
            String name = Html.text(candidate.name());
            rows.add(List.of(
                    candidate.key().equals(report.champion()) ? "<strong>" + name + "</strong> (champion)" : name,
                    told(measures.auc()),
                    told(measures.averagePrecision()),
                    told(measures.logLoss()),
                    told(measures.brier()),
                    told(measures.accuracy()),
                    told(measures.f1()),
                    Html.number(candidate.seconds(), 1)));
        }
        Baseline baseline = report.baseline();
        rows.add(List.of(
                "majority (the same for everybody)",
                Html.number(baseline.auc(), 3),
                Html.number(baseline.averagePrecision(), 3),
                Html.number(baseline.logLoss(), 3),
                Html.number(baseline.brier(), 3),
                Html.number(baseline.accuracy(), 3),
                Html.number(baseline.f1(), 3),
                ""));
        return Html.table(
                List.of(
                        "candidate, simplest first ",
                        "AUC",
                        "average precision",
                        "log-loss (nats)",
                        "Brier",
                        "accuracy at 0.5",
                        "F1 at 0.5",
                        "time (s)"),
                rows);
    }

    private static String told(Spread spread) {
        return Html.number(spread.mean(), 3) + " ± " + Html.number(spread.standardDeviation(), 3);
    }

    static String againstBest(Report report) {
        return Html.table(
                List.of("candidate ", "AUC minus the best's", "95 % from", "to", "p", "verdict "),
                report.candidates().stream().map(candidate -> row(candidate)).toList());
    }

    private static List<String> row(CandidateReport candidate) {
        String name = Html.text(candidate.name());
        CandidateReport.AgainstBest against = candidate.againstBest();
        if (against == null) {
            return List.of(name, "–", "–", "–", "–", "the best");
        }
        PairedComparison comparison = against.comparison();
        String verdict = (against.moreThanNoise() ? "more than noise" : "no more than noise")
                + (candidate.withinOneStandardErrorOfBest() ? ", within one standard error" : "");
        return List.of(
                name,
                Html.number(comparison.difference(), 4),
                Html.number(comparison.low(), 4),
                Html.number(comparison.high(), 4),
                Html.p(comparison.p()),
                verdict);
    }
}
