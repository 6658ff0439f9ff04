package io.vigie.acceptance.system;

import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;

/** Waiting until a system has worked off everything that it was given. */
public final class Rest {

    private Rest() {}

    /** At rest: every active or departed client of the API has a score record for its newest version. */
    public static void await(RunningVigie vigie, Duration atMost) throws InterruptedException {
        long[] before = {-1};
        Patience.await("the system comes to rest", atMost, () -> {
            try {
                long now = progress(vigie);
                boolean still = now >= 0 && now == before[0];
                before[0] = now;
                Thread.sleep(700);
                return still;
            } catch (RetriableException notNow) {
                return false;
            }
        });
    }

    /** The sum of what has been applied, −1 while something is known to be behind. */
    private static long progress(RunningVigie vigie) throws IOException, InterruptedException {
        long sum = 0;
        for (var client : vigie.api().all("/api/clients")) {
            Answer scores =
                    vigie.api().get("/api/clients/" + client.path("clientId").asString() + "/scores?limit=1");
            var newest = scores.body().path("items").path(0);
            if (newest.path("clientVersion").asLong() != client.path("version").asLong()) {
                return -1;
            }
            sum += client.path("version").asLong();
        }
        return sum;
    }
}
