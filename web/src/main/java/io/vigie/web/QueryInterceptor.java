package io.vigie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that the handler doesn't name, that are repeated, or that aren't clean text. */
final class QueryInterceptor implements HandlerInterceptor {

    private static final int MOST = 100;

    private final Map<HandlerMethod, QueryNames> names = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("io.vigie")) {
            check(request.getQueryString(), names.computeIfAbsent(method, QueryNames::of));
        }
        return true;
    }

    static void check(@Nullable String query, QueryNames names) {
        if (query == null || query.isEmpty()) {
            return;
        }
        String[] pairs = query.split("&", MOST + 2);
        if (pairs.length > MOST) {
            throw bad("There are more than " + MOST + " query parameters.");
        }
        Set<String> seen = new HashSet<>();
        for (String pair : pairs) {
            String plain = pair.replace('+', ' ');
            int equals = plain.indexOf('=');
            String name = Percent.decode(equals < 0 ? plain : plain.substring(0, equals));
            String value = equals < 0 ? "" : Percent.decode(plain.substring(equals + 1));
            if (name == null || value == null || value.indexOf('\0') >= 0) {
                throw bad("A query parameter isn't clean UTF-8 text in percent-encoding.");
            }
            if (!names.takes(name)) {
                throw bad("A query parameter isn't known here.").with("known", names.sorted());
            }
            if (!seen.add(name)) {
                throw bad("A query parameter is given more than once.").error(name, "give it once");
            }
        }
    }

    private static Rejected bad(String detail) {
        return Rejected.malformed("bad-query", "Bad query", detail);
    }
}
