package io.vigie.training.card;

import io.vigie.training.judge.Spread;
import io.vigie.training.report.FeatureFacts;
import java.util.List;
import java.util.Locale;

/** card.md. */
public final class CardText {

    private CardText() {}

    /** The card as Markdown. */
    public static String markdown(ModelCard card) {
        StringBuilder text =
                new StringBuilder("# ").append(card.name()).append(": ").append(card.algorithm());
        text.append(card.champion() ? " (champion)\n\n" : "\n\n");
        text.append("Trained by ")
                .append(plain(card.trainedBy()))
                .append(" at ")
                .append(card.trainedAt());
        text.append(". Setting: ").append(card.setting()).append(".\n\n## Data\n\n");
        var data = card.data();
        text.append("%s: %d rows, %d positive in %s. SHA-256 `%s`.\n\n"
                .formatted(plain(data.source()), data.rows(), data.positives(), plain(data.target()), data.sha256()));
        text.append("| input | kind | unit | seen in training |\n|---|---|---|---|\n");
        card.inputs().forEach(facts -> text.append(row(facts)));
        text.append("\nWhere no unit is named, it is that of the file.\n\n## Quality\n\n");
        var split = card.split();
        text.append(
                "%d folds × %d repeats, stratified, seed %d; settings chosen on %d inner folds of each training part. Each fold is judged by a model that has not seen it.\n\n"
                        .formatted(split.folds(), split.repeats(), split.seed(), split.innerFolds()));
        text.append("| measure | mean | standard deviation | standard error |\n|---|---|---|---|\n");
        var measures = card.measures();
        text.append(row("AUC", measures.auc()));
        text.append(row("average precision", measures.averagePrecision()));
        text.append(row("log-loss (nats)", measures.logLoss()));
        text.append(row("Brier score", measures.brier()));
        text.append(row("accuracy at 0.5", measures.accuracy()));
        text.append(row("F1 at 0.5", measures.f1()));
        text.append("\n## Limits\n\n");
        card.limits().forEach(limit -> text.append("- ").append(plain(limit)).append('\n'));
        text.append(
                "\n## Document\n\n`model.pmml`, SHA-256 `%s`; on all rows its probabilities differ from those of the fitted model by at most %s.\n"
                        .formatted(card.document().sha256(), card.document().largestDifference()));
        return text.toString();
    }

    private static String row(FeatureFacts facts) {
        List<String> words = facts.categories();
        String seen = facts.min() == null || facts.max() == null
                ? String.join(", ", words == null ? List.of() : words)
                : String.format(Locale.ROOT, "%.2f – %.2f, mean %.2f", facts.min(), facts.max(), facts.mean());
        String unit = facts.unit() == null ? "" : facts.unit();
        return "| %s | %s | %s | %s |\n".formatted(plain(facts.name()), facts.kind(), plain(unit), plain(seen));
    }

    private static String row(String name, Spread spread) {
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %.4f |\n",
                name,
                spread.mean(),
                spread.standardDeviation(),
                spread.standardError());
    }

    /** Names come from files: without what would break a line, turn it around, or be Markdown. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ").replaceAll("[\\\\`*_{}\\[\\]()#!|<>&]", "\\\\$0");
    }
}
