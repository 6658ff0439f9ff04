package io.vigie.training;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.training.report.CandidateReport.Exported;
import io.vigie.training.report.Report;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What to type after training, for the champion. */
final class NextStep {

    private NextStep() {}

    /** On stderr, as the page is the last line of stdout. */
    static void print(Report report, Path out, @Nullable String system, CommandLine line) {
        Exported document = report.candidate(report.champion()).document();
        line.getErr().println(Outcome.safe(of(report.name(), document, out, system)));
    }

    /**
     * The command that uploads it, or why there is none.
     *
     * @param out where the results lie
     * @param system data folder of the system that the rows come from; none is named when null
     */
    static String of(String name, Exported document, Path out, @Nullable String system) {
        if (name.equals(ChurnFeatures.MODEL) && !document.scoring().usable()) {
            return "The champion can't be uploaded as " + name + ". "
                    + document.scoring().why();
        }
        String command = "./vigie model upload " + name + " "
                + quoted(String.valueOf(out.resolve(document.path()).getParent()));
        return "To upload the champion:  " + command
                + (system == null || system.equals("data") ? "" : " --data " + quoted(system));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./+:@%,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
