package io.vigie.contracts;

import java.util.List;
import java.util.Optional;

/**
 * The frozen name and revision of an event, apart from the Java class that carries it today.
 *
 * @param name kebab-case, past tense: {@code client-registered}
 * @param revision starts at 1, raised when the payload changes in a way that a reader must know
 * @param payload the record that carries this revision
 */
public record EventType(String name, int revision, Class<?> payload) {

    static <T> Optional<EventType> named(List<EventType> types, String name, int revision) {
        return types.stream()
                .filter(type -> type.name().equals(name) && type.revision() == revision)
                .findFirst();
    }

    static EventType of(List<EventType> types, Class<?> payload) {
        return types.stream()
                .filter(type -> type.payload().equals(payload))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event type for " + payload.getName()));
    }
}
