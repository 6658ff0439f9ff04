package io.vigie.standalone.importing;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.output.Progress;
import tools.jackson.databind.JsonNode;

/** Follows an import to its end, over restarts of the system too. */
final class Watching {

    private static final int MOST_FAILURES = 60;
    private static final long PAUSE_MILLIS = 300;

    private final Api api;

    Watching(Api api) {
        this.api = api;
    }

    JsonNode untilFinished(String id) {
        try (Progress progress = new Progress("import", "rows", 1)) {
            int failures = 0;
            while (true) {
                try {
                    JsonNode report = api.get(
                            "/api/imports/" + Api.segment(id), Query.none().with("limit", 1));
                    failures = 0;
                    progress.at(
                            report.path("processed").asLong(0),
                            Math.max(1, report.path("total").asLong(0)));
                    if (!report.path("state").asString("").equals("running")) {
                        return report;
                    }
                } catch (Refusal down) {
                    failures++;
                    if (failures == MOST_FAILURES || (down instanceof Problem problem && problem.status() < 500)) {
                        throw down;
                    }
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    "Interrupted; the import goes on, and the same command watches it again.", 1, interrupted);
        }
    }
}
