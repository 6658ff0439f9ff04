package io.vigie.training.page;

import io.vigie.training.judge.Spread;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.Report;
import java.util.List;
import java.util.Locale;

/** The candidates under each other on one scale from chance to perfect. */
final class AucOfAll {

    private static final int LEFT = 170;
    private static final int WIDTH = 720;
    private static final int ROW = 32;

    private AucOfAll() {}

    static Figure of(Report report) {
        int height = ROW * report.candidates().size() + 48;
        CandidateReport best = report.candidate(report.best());
        String title = "The highest AUC is that of " + Html.text(best.name()) + ", "
                + Html.number(best.measures().auc().mean(), 3);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, height, title));
        for (int tick = 0; tick <= 5; tick++) {
            double value = 0.5 + tick * 0.1;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"tick\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"4\" y2=\"%2$d\"/><text x=\"%1$.1f\" y=\"%3$d\" text-anchor=\"middle\">%4$.1f</text>",
                    x(value),
                    height - 40,
                    height - 26,
                    value));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">AUC (0.5 is chance, 1 is perfect)</text>",
                x(0.75),
                height - 6));
        for (int place = 0; place < report.candidates().size(); place++) {
            CandidateReport candidate = report.candidates().get(place);
            Spread auc = candidate.measures().auc();
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"name\" x=\"0\" y=\"%1$d\">%2$s</text><line class=\"mark\" x1=\"%3$.1f\" x2=\"%4$.1f\" y1=\"%5$d\" y2=\"%5$d\"/><circle class=\"dot\" cx=\"%6$.1f\" cy=\"%5$d\" r=\"4\"/>",
                    ROW * place + 22,
                    Html.text(candidate.name()),
                    x(auc.mean() - auc.standardError()),
                    x(auc.mean() + auc.standardError()),
                    ROW * place + 18,
                    x(auc.mean())));
        }
        svg.append("</svg>\n");
        int n = best.measures().auc().n();
        return new Figure(
                title,
                svg.toString(),
                "Dots are means over " + n + " folds, lines one standard error to each side; every fold is judged by a"
                        + " model that has not seen it.",
                Html.table(
                        List.of("candidate ", "mean", "standard error", "folds"),
                        report.candidates().stream()
                                .map(candidate -> List.of(
                                        Html.text(candidate.name()),
                                        Html.number(candidate.measures().auc().mean(), 4),
                                        Html.number(candidate.measures().auc().standardError(), 4),
                                        Integer.toString(
                                                candidate.measures().auc().n())))
                                .toList()));
    }

    private static double x(double auc) {
        return LEFT + Math.min(Math.max(auc - 0.5, 0), 0.5) * 2 * (WIDTH - LEFT - 20);
    }
}
