package io.vigie.standalone.edge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/health}: asks every service at once; 200 when all are up, else 503 with the part that isn't. */
final class HealthPage implements OwnPages.Page {

    private static final long PATIENCE_MILLIS = 1_500;

    private final EdgeSettings settings;
    private final Asking asking;

    HealthPage(EdgeSettings settings, Asking asking) {
        this.settings = settings;
        this.asking = asking;
    }

    @Override
    public void answer(Request request, JsonNode me, Response response, Callback callback) {
        Map<Target, CompletableFuture<Asking.Answered>> asked = new EnumMap<>(Target.class);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Target target : settings.services().keySet()) {
            CompletableFuture<Asking.Answered> answer = asking.ask(target, "/actuator/health", PATIENCE_MILLIS);
            asked.put(target, answer);
            all.add(answer);
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> tell(asked, response, callback));
    }

    private static void tell(
            Map<Target, CompletableFuture<Asking.Answered>> asked, Response response, Callback callback) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ArrayNode parts = JsonMapper.shared().createArrayNode();
        boolean all = !asked.isEmpty();
        for (Map.Entry<Target, CompletableFuture<Asking.Answered>> part : asked.entrySet()) {
            boolean up = part.getValue().getNow(Asking.Answered.NOTHING).isGood();
            all &= up;
            parts.addObject().put("part", part.getKey().part()).put("state", up ? "up" : "down");
        }
        body.put("status", all ? "up" : "down");
        body.set("parts", parts);
        Answer.json(all ? 200 : 503, body, response, callback);
    }
}
