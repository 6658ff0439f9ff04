package io.vigie.contracts;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What every reader demands of an event's value once it is read, so that all of them refuse the same records. */
public final class EventPayload {

    /** Of a number, before and behind the point: what it takes to handle it stays small. */
    public static final int MOST_DIGITS = 1_000;

    private static final Map<Class<?>, List<Component>> COMPONENTS = new ConcurrentHashMap<>();

    /** Looked up once: reflection makes the annotations anew each time that it is asked. */
    private record Component(String name, Method accessor, boolean isOptional) {}

    private EventPayload() {}

    /** What is wrong with it, in one sentence without any of its content; empty when nothing is. */
    public static Optional<String> flaw(Object payload) {
        for (Component component : components(payload.getClass())) {
            Object value = value(component.accessor(), payload);
            Optional<String> flaw = value == null ? missing(component) : flawOf(value);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(Component component) {
        return component.isOptional() ? Optional.empty() : Optional.of("The value lacks " + component.name() + ".");
    }

    private static Optional<String> flawOf(Object value) {
        if (value instanceof Record part) {
            return flaw(part);
        }
        if (value instanceof BigDecimal number
                && (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)) {
            return Optional.of("A number in the value has too many digits.");
        }
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            return Optional.of("A text in the value holds a character that no database takes.");
        }
        return Optional.empty();
    }

    private static List<Component> components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, EventPayload::open);
    }

    private static List<Component> open(Class<?> type) {
        List<Component> objects = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                objects.add(new Component(
                        component.getName(),
                        accessor,
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
            }
        }
        return List.copyOf(objects);
    }

    private static @Nullable Object value(Method accessor, Object payload) {
        try {
            return accessor.invoke(payload);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
