package io.vigie.acceptance.check;

import io.vigie.acceptance.load.Journal;
import io.vigie.acceptance.load.Outcome;
import io.vigie.acceptance.system.RunningVigie;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with a system at rest, given what was asked of it; nothing said means nothing lost or doubled. */
public final class Checker {

    private Checker() {}

    public static List<String> findings(RunningVigie vigie, Journal journal)
            throws IOException, InterruptedException, SQLException {
        Evidence evidence = Evidence.of(vigie);
        List<Outcome> outcomes = journal.outcomes();
        List<String> findings = new ArrayList<>(journal.violations());
        Stream.of(
                        CommandsCheck.findings(outcomes, evidence),
                        StreamCheck.findings(evidence),
                        ScoreCheck.findings(evidence),
                        ViewCheck.findings(evidence))
                .forEach(findings::addAll);
        return findings;
    }
}
