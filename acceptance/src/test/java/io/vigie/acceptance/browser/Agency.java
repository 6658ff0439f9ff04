package io.vigie.acceptance.browser;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.data.FileImport;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Vigie with clients that all have a score, and the people who look at them.
 *
 * @param riskiest ids of the active clients of the high band, the highest risk first
 */
record Agency(RunningVigie vigie, Chromium chromium, Team team, List<String> riskiest) implements AutoCloseable {

    private static final int ROWS = 720;

    static Agency open(Path folder) throws Exception {
        RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of());
        try {
            Team team = Team.of(vigie);
            ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), ROWS, 11);
            FileImport.of(vigie.api(), file.file());
            Patience.await(
                    "every client has a score", Duration.ofMinutes(2), () -> scored(vigie) == ROWS - file.left());
            List<String> riskiest = vigie.api().all("/api/clients?band=high&status=active").stream()
                    .map(one -> one.path("clientId").asString())
                    .toList();
            return new Agency(vigie, Chromium.start(), team, riskiest);
        } catch (Exception | AssertionError failure) {
            vigie.close();
            throw failure;
        }
    }

    private static int scored(RunningVigie vigie) throws IOException, InterruptedException {
        var bands = vigie.api().get("/api/summary").body().path("byBand");
        return bands.path("low").asInt()
                + bands.path("medium").asInt()
                + bands.path("high").asInt();
    }

    Person person(String account, Look look) {
        return team.at(chromium, account, look);
    }

    /** Changes how many sites a client has, and waits for the risk that follows from it. */
    void changeSites(String clientId, int sites) throws IOException, InterruptedException {
        Answer changed = vigie.api().put("/api/clients/" + clientId + "/sites", Map.of("numSites", sites));
        if (!changed.succeeded()) {
            throw new IllegalStateException(changed.text());
        }
        String token = changed.body().path("consistencyToken").asString();
        Patience.await("the risk with " + sites + " sites", Duration.ofSeconds(30), () -> vigie.api()
                .get("/api/clients/" + clientId + "?await=score&consistencyToken=" + token)
                .succeeded());
    }

    /** Waits until it can be read that somebody looks after a client. */
    void awaitManaged(String clientId) throws IOException, InterruptedException {
        Patience.await("somebody looks after " + clientId, Duration.ofSeconds(30), () -> vigie.api()
                .get("/api/clients/" + clientId)
                .body()
                .path("accountManager")
                .isObject());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        chromium.close();
        vigie.close();
    }
}
