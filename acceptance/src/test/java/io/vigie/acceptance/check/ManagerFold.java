package io.vigie.acceptance.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An account manager as the events alone say. */
final class ManagerFold {

    long version;
    String status = "active";
    int capacity;

    @Nullable
    String name;

    private ManagerFold() {}

    static ManagerFold of(List<StoredEvent> events) {
        ManagerFold fold = new ManagerFold();
        events.forEach(fold::apply);
        return fold;
    }

    private void apply(StoredEvent event) {
        JsonNode payload = event.payload();
        version = event.version();
        switch (event.type()) {
            case "account-manager-registered" -> {
                name = payload.path("personal").path("name").asString();
                capacity = payload.path("capacity").asInt();
            }
            case "account-manager-capacity-changed" ->
                capacity = payload.path("capacity").asInt();
            case "account-manager-retired" -> status = "retired";
            default -> throw new AssertionError("an event type that nobody published: " + event.type());
        }
    }
}
