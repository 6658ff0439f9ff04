package io.vigie.acceptance.check;

import io.vigie.acceptance.load.Journal;
import io.vigie.acceptance.load.Transcript;
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

    /** After a look that took long the stream pauses, and may have to try again. */
    private static final Duration PATCHES = Duration.ofSeconds(10);

    private Checker() {}

    public static List<String> findings(RunningVigie vigie, Journal journal)
            throws IOException, InterruptedException, SQLException {
        return findings(vigie, journal, Evidence.of(vigie));
    }

    /** Also what is wrong with what the live stream told somebody meanwhile, who still watches. */
    public static List<String> findings(RunningVigie vigie, Journal journal, Transcript transcript)
            throws IOException, InterruptedException, SQLException {
        Evidence evidence = Evidence.of(vigie);
        List<String> findings = findings(vigie, journal, evidence);
        findings.addAll(told(transcript, evidence.shown()));
        return findings;
    }

    private static List<String> findings(RunningVigie vigie, Journal journal, Evidence evidence)
            throws IOException, InterruptedException {
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

    private static List<String> told(Transcript transcript, Shown shown) throws InterruptedException {
        long deadline = System.nanoTime() + PATCHES.toNanos();
        List<String> findings = ToldCheck.findings(transcript.all(), shown);
        while (!findings.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(200);
            findings = ToldCheck.findings(transcript.all(), shown);
        }
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
