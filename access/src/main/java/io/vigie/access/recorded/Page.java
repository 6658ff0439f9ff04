package io.vigie.access.recorded;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was recorded, newest first.
 *
 * @param next the cursor of the page after this one, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The first {@code limit} of the lines found, of which one more was asked for. */
    public static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> number) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), Cursor.before(number.applyAsLong(found.get(limit - 1))));
    }
}
