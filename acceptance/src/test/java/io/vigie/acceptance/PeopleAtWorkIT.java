package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.check.Checker;
import io.vigie.acceptance.load.Imports;
import io.vigie.acceptance.load.Journal;
import io.vigie.acceptance.load.Load;
import io.vigie.acceptance.load.Outcome;
import io.vigie.acceptance.system.Rest;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What the kill cycles prove, without the kills: short enough for every build. */
class PeopleAtWorkIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenPeopleAtWork_whenTheyStop_thenEverythingShownIsWhatTheEventsSay() throws Exception {
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of());
                Journal journal = new Journal(folder.resolve("journal.jsonl"))) {
            Load load = new Load(vigie.api(), journal, "w", 40, KillCyclesIT.managers(vigie));
            Imports imports = new Imports(vigie.api(), journal, folder);
            load.start(3);
            imports.start(3);
            Thread.sleep(12_000);
            imports.stop();
            load.stop();
            Rest.await(vigie, Duration.ofMinutes(2));
            assertThat(Checker.findings(vigie, journal)).isEmpty();
            assertThat(journal.imported()).isNotEmpty();
            assertThat(journal.outcomes())
                    .filteredOn(outcome -> outcome.state() == Outcome.State.OK)
                    .extracting(outcome -> outcome.operation().kind())
                    .contains("client-profile-changed", "account-manager-capacity-changed", "client-returned");
        }
    }
}
