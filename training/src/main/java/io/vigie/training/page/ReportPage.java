package io.vigie.training.page;

import io.vigie.training.judge.Confusion;
import io.vigie.training.prepare.LeftOut;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.FeatureFacts;
import io.vigie.training.report.Report;
import io.vigie.training.warn.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** report.html. */
public final class ReportPage {

    private ReportPage() {}

    /** The whole page. */
    public static String html(Report report) {
        CandidateReport champion = report.candidate(report.champion());
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(Html.text(report.name()))
                .append(": training report</title><style>")
                .append(css())
                .append("</style></head><body>\n<h1>")
                .append(Html.text(report.name()))
                .append(": ")
                .append(Html.text(champion.name()))
                .append("</h1><p>")
                .append(Html.text(report.championBecause()))
                .append("</p><p class=\"quiet\">")
                .append(facts(report))
                .append("</p>\n");
        html.append(warnings(report.warnings()));
        html.append("<h2>All candidates</h2><p>Mean ± standard deviation over ")
                .append(champion.measures().auc().n())
                .append(" folds. AUC, average precision, log-loss and Brier are of the probabilities.</p>")
                .append(SideBySide.measures(report))
                .append("<div class=\"wide\">")
                .append(AucOfAll.of(report).html())
                .append("</div>")
                .append(
                        "<h2>Is the difference more than noise?</h2><p>Corrected resampled t-test on the same folds (Nadeau and"
                                + " Bengio, 2003), at the level of 5 %.</p>")
                .append(SideBySide.againstBest(report));
        html.append(candidate(report, champion, true));
        report.candidates().stream()
                .filter(candidate -> candidate != champion)
                .forEach(candidate -> html.append(candidate(report, candidate, false)));
        return html.append(columns(report)).append("</body></html>\n").toString();
    }

    private static String facts(Report report) {
        Report.Data data = report.data();
        Report.Split split = report.split();
        return "%s, %s rows, %s positive (%s is %s); SHA-256 %s. %d folds × %d repeats, stratified, seed %d; settings chosen on %d inner folds%s. Trained by %s at %s in %s s (%s)."
                .formatted(
                        Html.text(data.source()),
                        Html.number(data.rows(), 0),
                        Html.number(data.positives(), 0),
                        Html.text(data.target()),
                        Html.text(data.positive()),
                        data.sha256(),
                        split.folds(),
                        split.repeats(),
                        split.seed(),
                        split.innerFolds(),
                        split.quick() ? ", small grids (--quick)" : "",
                        Html.text(report.trainedBy()),
                        Html.text(report.trainedAt()),
                        Html.number(report.seconds(), 1),
                        Html.text(report.machine()));
    }

    private static String warnings(List<Warning> warnings) {
        if (warnings.isEmpty()) {
            return "<h2>Warnings</h2><p>None of the known traps was found in the data.</p>\n";
        }
        StringBuilder html = new StringBuilder("<h2>Warnings</h2><ul>");
        warnings.forEach(warning ->
                html.append("<li>").append(Html.text(warning.sentence())).append("</li>"));
        return html.append("</ul>\n").toString();
    }

    private static String candidate(Report report, CandidateReport candidate, boolean open) {
        Confusion confusion = candidate.atCapacity();
        String capacity =
                "With %d places, rows at or above %s are flagged: %d, of which %d are positive (precision %s, recall %s)."
                        .formatted(
                                report.split().places(),
                                Html.percent(Math.min(1, confusion.threshold())),
                                confusion.flagged(),
                                confusion.truePositives(),
                                Html.percent(confusion.precision()),
                                Html.percent(confusion.recall()));
        return "<h2>" + Html.text(candidate.name()) + "</h2><details" + (open ? " open" : "")
                + "><summary>Curves, calibration, what the team's capacity brings</summary><p>" + capacity + "</p>"
                + confusion(confusion)
                + "<p class=\"quiet\">Setting: " + Html.text(candidate.setting()) + ". Document: "
                + Html.text(candidate.document().path()) + ", differs from Spark by at most "
                + candidate.document().largestDifference() + ". "
                + Html.text(
                        candidate.document().scoring().usable()
                                ? "Scoring takes it as it is."
                                : candidate.document().scoring().why())
                + "</p><div class=\"charts\">" + Curves.roc(report, candidate).html()
                + Curves.precisionRecall(report, candidate).html()
                + Promises.calibration(report, candidate).html()
                + Tenths.gain(report, candidate).html()
                + Tenths.lift(report, candidate).html() + "</div></details>\n";
    }

    private static String confusion(Confusion confusion) {
        return Html.table(
                List.of("", "positive", "negative"),
                List.of(
                        List.of("flagged", "" + confusion.truePositives(), "" + confusion.falsePositives()),
                        List.of("not flagged", "" + confusion.falseNegatives(), "" + confusion.trueNegatives())));
    }

    private static String columns(Report report) {
        return "<h2>Columns</h2>"
                + Html.table(
                        List.of("learnt from ", "kind ", "smallest", "mean", "largest", "empty"),
                        report.data().features().stream()
                                .map(ReportPage::feature)
                                .toList())
                + "<p></p>"
                + Html.table(
                        List.of("left out ", "because "),
                        report.data().leftOut().stream()
                                .map(ReportPage::leftOut)
                                .toList());
    }

    private static List<String> feature(FeatureFacts facts) {
        List<String> words = facts.categories();
        if (facts.min() == null || facts.mean() == null || facts.max() == null) {
            String kind = "category: " + String.join(", ", words == null ? List.of() : words);
            return List.of(Html.text(facts.name()), Html.text(kind), "", "", "", "" + facts.empty());
        }
        return List.of(
                Html.text(facts.name()),
                Html.text(facts.unit() == null ? facts.kind() : facts.kind() + ", " + facts.unit()),
                Html.number(facts.min(), 2),
                Html.number(facts.mean(), 2),
                Html.number(facts.max(), 2),
                "" + facts.empty());
    }

    private static List<String> leftOut(LeftOut column) {
        return List.of(Html.text(column.column()), Html.text(column.why()));
    }

    private static String css() {
        try (InputStream stream = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
