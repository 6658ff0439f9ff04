package io.vigie.acceptance.check;

import java.util.List;

/** Every event says who was authenticated for it; all tokens of the tests are one person's. Models have others. */
final class ActorCheck {

    private ActorCheck() {}

    static List<String> findings(String actor, Evidence evidence) {
        return evidence.store().stream()
                .filter(event -> event.isOfModel()
                        ? event.actor().isEmpty()
                        : !event.actor().equals(actor))
                .map(event -> "%s/%d is said to be by %s".formatted(event.aggregate(), event.version(), event.actor()))
                .toList();
    }
}
