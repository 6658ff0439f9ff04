package io.vigie.standalone.rebuild;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.output.Progress;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows a rebuild to its end. */
final class Following {

    private static final long PAUSE_MILLIS = 300;
    private static final Set<String> ENDS = Set.of("completed", "failed");

    private Following() {}

    static JsonNode untilFinished(Api api, String id) {
        try (Progress progress = new Progress("rebuild", "records", 1)) {
            while (true) {
                JsonNode report = api.get("/api/rebuilds/" + Api.segment(id), Query.none());
                progress.at(
                        report.path("processed").asLong(0),
                        Math.max(1, report.path("total").asLong(0)));
                if (ENDS.contains(report.path("state").asString(""))) {
                    return report;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted; the rebuild goes on in the query-service.", 1, interrupted);
        }
    }
}
