package io.vigie.web;

import jakarta.servlet.ServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that ties a request, its log lines, its events and its problem together. */
public final class Correlation {

    /** The request and response header. */
    public static final String HEADER = "X-Correlation-Id";

    static final String MDC_KEY = "correlationId";

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Correlation() {}

    /** The id of the request that this thread answers; a fresh one where there is no request. */
    public static String id() {
        String id = MDC.get(MDC_KEY);
        return id == null ? fresh() : id;
    }

    static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : fresh();
    }

    static String begin(ServletRequest request, @Nullable String sent) {
        String id = request.getAttribute(ATTRIBUTE) instanceof String known
                ? known
                : sent != null && SAFE.matcher(sent).matches() ? sent : fresh();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
