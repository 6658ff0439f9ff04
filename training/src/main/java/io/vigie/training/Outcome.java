package io.vigie.training;

import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;

/** What the person at the terminal is told at the end: a line for each candidate and warnings, or one sentence. */
final class Outcome {

    private Outcome() {}

    static void print(Report report, Path out, CommandLine line) {
        PrintWriter to = line.getOut();
        for (CandidateReport candidate : report.candidates()) {
            var auc = candidate.measures().auc();
            to.println(String.format(
                    Locale.ROOT,
                    "%-24s AUC %.3f ± %.3f  %6.1f s%s",
                    candidate.name(),
                    auc.mean(),
                    auc.standardDeviation(),
                    candidate.seconds(),
                    candidate.key().equals(report.champion()) ? "  champion" : ""));
        }
        report.warnings().forEach(warning -> line.getErr().println(safe("Warning: " + warning.sentence())));
        to.println(out.resolve("report.html"));
    }

    static int tell(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof Refusal refusal) {
            line.getErr().println(safe(String.valueOf(refusal.getMessage())));
        } else {
            line.getErr().println(safe("vigie train failed: " + failure.getMessage()));
            if (System.getenv("VIGIE_TRACE") != null) {
                failure.printStackTrace(line.getErr());
            }
        }
        return 1;
    }

    /** Names come from files: without characters that steer a terminal, break a line or turn its direction. */
    static String safe(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
    }
}
