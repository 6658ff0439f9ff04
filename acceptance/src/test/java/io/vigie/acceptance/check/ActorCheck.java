package io.vigie.acceptance.check;

import java.util.List;

/** Every event says who was authenticated for it; all tokens of the tests are one person's, the first model is nobody's. */
final class ActorCheck {

    private ActorCheck() {}

    static List<String> findings(String actor, Evidence evidence) {
        return evidence.store().stream()
                .filter(event -> !event.actor().equals(event.isOfModel() ? "system" : actor))
                .map(event -> "%s/%d is said to be by %s".formatted(event.aggregate(), event.version(), event.actor()))
                .toList();
    }
}
