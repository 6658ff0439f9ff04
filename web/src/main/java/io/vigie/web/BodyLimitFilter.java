package io.vigie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of no certain type, and those over the limit of their path: by their announced length, else when the
 * limit is passed while reading.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimits limits;

    BodyLimitFilter(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.indexOf('*') >= 0) {
            Problems.write(
                    response,
                    Problems.occurred(Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()), Correlation.of(request)),
                    new HttpHeaders());
            return;
        }
        long limit = limits.bytes(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    static Rejected tooLarge(long limit) {
        return Rejected.tooLarge(
                        "too-large", "Request too large", "The body is larger than the " + limit + " bytes taken here.")
                .with("limit", limit);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable LimitedStream stream;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream(), limit);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
