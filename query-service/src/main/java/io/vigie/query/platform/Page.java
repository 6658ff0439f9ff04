package io.vigie.query.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param next the cursor of the page after this one, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Answers with the first {@code limit} of the rows found, of which one more was asked for. */
    public static <R, T> ResponseEntity<Page<T>> answer(
            List<R> found, int limit, Function<R, T> shown, Function<R, String> cursor) {
        List<T> items = found.stream().limit(limit).map(shown).toList();
        if (found.size() <= limit) {
            return ResponseEntity.ok(new Page<>(items, null));
        }
        String next = cursor.apply(found.get(limit - 1));
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + address(next) + ">; rel=\"next\"")
                .body(new Page<>(items, next));
    }

    /** Without host: behind the edge only the caller knows it. */
    private static String address(String next) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", next)
                .replaceQueryParam("consistencyToken")
                .replaceQueryParam("await")
                .scheme(null)
                .host(null)
                .port(null)
                .build(true)
                .toUriString();
    }
}
