package io.vigie.training.page;

import io.vigie.training.judge.Curve;
import io.vigie.training.judge.Curve.Point;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.Report;
import java.util.List;

/** The two curves over every threshold. */
final class Curves {

    private static final int IN_TABLE = 21;

    private Curves() {}

    static Figure roc(Report report, CandidateReport candidate) {
        List<Point> points = candidate.roc();
        String title = "Of a positive and a negative row, the positive has the higher probability in "
                + Math.round(candidate.measures().auc().mean() * 100) + " of 100 pairs";
        return new Figure(
                title,
                new Plot(title, "share of negatives flagged", 1, "share of positives flagged", 1)
                        .line("other", List.of(new Point(0, 0), new Point(1, 1)))
                        .name(0.62, 0.5, "chance")
                        .line("mark", points)
                        .svg(),
                "ROC over every threshold; AUC "
                        + Html.number(candidate.measures().auc().mean(), 3) + ", standard error "
                        + Html.number(candidate.measures().auc().standardError(), 3) + " over "
                        + candidate.measures().auc().n() + " folds. " + rows(report),
                table("negatives flagged", "positives flagged", points));
    }

    static Figure precisionRecall(Report report, CandidateReport candidate) {
        List<Point> points = candidate.precisionRecall();
        double half = points.stream()
                .filter(point -> point.x() >= 0.5)
                .findFirst()
                .orElseThrow()
                .y();
        double rate = report.baseline().rate();
        String title = "Where half of the positives are found, " + Html.percent(half) + " of the flagged are positive";
        return new Figure(
                title,
                new Plot(title, "positives flagged (recall)", 1, "positive among flagged (precision)", 1)
                        .line("other", List.of(new Point(0, rate), new Point(1, rate)))
                        .name(0.02, rate + 0.02, "chance")
                        .line("mark", points)
                        .svg(),
                "Precision and recall over every threshold; their average precision is "
                        + Html.number(candidate.measures().averagePrecision().mean(), 3) + ", standard error "
                        + Html.number(candidate.measures().averagePrecision().standardError(), 3) + ". " + rows(report),
                table("recall", "precision", points));
    }

    static String rows(Report report) {
        return Html.number(report.data().rows(), 0) + " rows, "
                + Html.number(report.data().positives(), 0)
                + " of them positive, each judged once by a model that has not seen it (first repeat).";
    }

    private static String table(String x, String y, List<Point> points) {
        return Html.table(
                List.of(x, y),
                Curve.thinned(points, IN_TABLE).stream()
                        .map(point -> List.of(Html.percent(point.x()), Html.percent(point.y())))
                        .toList());
    }
}
