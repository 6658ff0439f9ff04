package io.vigie.standalone.model.quality;

import static io.vigie.standalone.clients.RiskText.inPercent;
import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.model.Decided;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The quality of a version for people; as CSV only the months. */
final class QualityText {

    private static final int BAR = 20;

    private QualityText() {}

    static void print(PrintWriter out, Format format, JsonNode quality) {
        if (format == Format.TABLE) {
            out.println(sentence(quality));
            out.println();
            headline(out, quality.path("matured"));
            soFar(quality.path("soFar")).print(out, format);
            out.println(next(quality));
            out.println();
            calibration(out, quality.path("calibration"));
        }
        JsonNode points = quality.path("rolling");
        // Whoever reads it needs no table of noughts; a program gets its rows.
        if (format != Format.TABLE
                || points.valueStream()
                        .anyMatch(point -> point.at("/cohort/scores").asLong(0) > 0)) {
            rolling(points).print(out, format);
        }
    }

    private static String sentence(JsonNode quality) {
        JsonNode matured = quality.path("matured");
        return String.format(
                Locale.ROOT,
                "%s/%d: %,d scores of the last %d months are older than %d days; %,d of them were followed by a departure.",
                Terminal.safe(quality.path("modelName").asString("")),
                quality.path("version").asInt(0),
                matured.path("scores").asLong(0),
                quality.path("months").asInt(0),
                quality.path("horizonDays").asLong(0),
                matured.path("left").asLong(0));
    }

    private static void headline(PrintWriter out, JsonNode matured) {
        JsonNode measures = matured.path("measures");
        if (!measures.isObject()) {
            out.println(Terminal.safe(matured.path("why").asString("Not enough evidence.")));
            out.println();
            return;
        }
        Rows rows = new Rows("measure", "value", "interval");
        rows.add("auc", figure(measures.path("auc").path("value")), interval(measures.path("auc")));
        rows.add(
                "precision, % of the flagged",
                inPercent(measures.path("precision").path("value")), intervalInPercent(measures.path("precision")));
        rows.add("recall, % of those that left", inPercent(measures.path("recall")), null);
        rows.add("brier", figure(measures.path("brier")), null);
        rows.add("log loss", figure(measures.path("logLoss")), null);
        rows.print(out, Format.TABLE);
        out.println();
    }

    private static Rows soFar(JsonNode soFar) {
        Rows rows = new Rows("not over yet", "scores", "left so far", "at least %", "days watched");
        for (String group : new String[] {"flagged", "others"}) {
            JsonNode shown = soFar.path(group);
            JsonNode days = shown.path("daysObserved");
            rows.add(
                    group,
                    Decided.number(shown.path("scores")),
                    Decided.number(shown.path("left")),
                    inPercent(shown.path("shareAtLeast")),
                    days.isNumber() ? String.format(Locale.ROOT, "%.0f", days.doubleValue()) : null);
        }
        return rows;
    }

    private static String next(JsonNode quality) {
        String at = quality.path("soFar").path("nextMaturesAt").asString("");
        if (at.isEmpty()) {
            return "No score waits for its outcome.";
        }
        boolean none = quality.path("matured").path("scores").asLong(0) == 0;
        String day = Terminal.safe(at.substring(0, Math.min(10, at.length())));
        return "The " + (none ? "first" : "next") + " score has its outcome on " + day + ".";
    }

    private static void calibration(PrintWriter out, JsonNode calibration) {
        if (!calibration.isObject()) {
            return;
        }
        Rows rows = new Rows("probability", "scores", "said %", "left %", "interval", "# left, | said");
        for (JsonNode tenth : calibration.path("tenths")) {
            rows.add(
                    tenth.path("from").asString("") + "–" + tenth.path("to").asString(""),
                    Decided.number(tenth.path("scores")),
                    inPercent(tenth.path("predicted")),
                    inPercent(tenth.path("observed").path("value")),
                    intervalInPercent(tenth.path("observed")),
                    bar(
                            tenth.path("observed").path("value").doubleValue(0),
                            tenth.path("predicted").doubleValue(0)));
        }
        rows.add(
                "all",
                null,
                inPercent(calibration.path("predicted")),
                inPercent(calibration.path("observed").path("value")),
                intervalInPercent(calibration.path("observed")),
                null);
        rows.print(out, Format.TABLE);
        out.println();
    }

    /** As long as the share that left, with a mark where it was expected to end. */
    private static String bar(double observed, double predicted) {
        StringBuilder bar = new StringBuilder("#".repeat(place(observed)));
        int mark = place(predicted);
        bar.append(".".repeat(BAR + 1 - bar.length()));
        bar.setCharAt(mark, '|');
        return bar.toString();
    }

    private static int place(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * BAR);
    }

    private static Rows rolling(JsonNode points) {
        Rows rows = new Rows(
                "from",
                "month",
                "scores",
                "left",
                "flagged",
                "auc",
                "interval",
                "said %",
                "left %",
                "its interval",
                "precision %",
                "its interval",
                "recall %",
                "brier");
        for (JsonNode point : points) {
            JsonNode cohort = point.path("cohort");
            JsonNode measures = cohort.path("measures");
            rows.add(
                    text(point, "from"),
                    text(point, "month"),
                    Decided.number(cohort.path("scores")),
                    Decided.number(cohort.path("left")),
                    Decided.number(cohort.path("flagged")),
                    figure(measures.path("auc").path("value")),
                    interval(measures.path("auc")),
                    inPercent(measures.path("predicted")),
                    inPercent(measures.path("observed").path("value")),
                    intervalInPercent(measures.path("observed")),
                    inPercent(measures.path("precision").path("value")),
                    intervalInPercent(measures.path("precision")),
                    inPercent(measures.path("recall")),
                    figure(measures.path("brier")));
        }
        return rows;
    }

    private static @Nullable String figure(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.doubleValue()) : null;
    }

    private static @Nullable String interval(JsonNode estimate) {
        return estimate.isObject() ? figure(estimate.path("low")) + "–" + figure(estimate.path("high")) : null;
    }

    private static @Nullable String intervalInPercent(JsonNode estimate) {
        return estimate.isObject() ? inPercent(estimate.path("low")) + "–" + inPercent(estimate.path("high")) : null;
    }
}
