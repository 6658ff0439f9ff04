package io.vigie.acceptance.check;

import io.vigie.acceptance.load.Journal;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.RunningVigie;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with a system at rest, given what was asked of it; nothing said means nothing lost or doubled. */
public final class Checker {

    private static final Duration SKETCHES = Duration.ofSeconds(30);

    private Checker() {}

    public static List<String> findings(RunningVigie vigie, Journal journal)
            throws IOException, InterruptedException, SQLException {
        Evidence evidence = Evidence.of(vigie);
        List<String> findings = new ArrayList<>(journal.violations());
        Stream.of(
                        CommandsCheck.findings(journal.outcomes(), evidence),
                        ImportsCheck.findings(journal.imported(), evidence),
                        ActorCheck.findings(vigie.credentials().account(), evidence),
                        StreamCheck.findings(evidence),
                        ScoreCheck.findings(evidence),
                        SwapCheck.findings(evidence),
                        sketches(vigie, evidence),
                        ViewCheck.findings(evidence),
                        ManagerCheck.findings(evidence),
                        ListCheck.findings(evidence),
                        Totals.findings(evidence.shown()))
                .forEach(findings::addAll);
        return findings;
    }

    /** They are told from time to time only. */
    private static List<String> sketches(RunningVigie vigie, Evidence evidence)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SKETCHES.toNanos();
        List<String> findings = SketchCheck.findings(evidence);
        while (!findings.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(1_000);
            findings = SketchCheck.findings(evidence.withSketches(vigie));
        }
        return findings;
    }

    /** Says where summary, states and account managers don't add up to the clients that are listed. */
    public static List<String> totals(Api api) throws IOException, InterruptedException {
        return Totals.findings(Shown.withoutHistory(api));
    }
}
