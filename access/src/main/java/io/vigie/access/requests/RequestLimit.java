package io.vigie.access.requests;

import io.github.bucket4j.TimeMeter;
import io.vigie.access.Actor;
import io.vigie.access.limits.Buckets;
import io.vigie.web.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** How many requests a second one actor may make, with all of its tokens and sessions together. */
final class RequestLimit extends OncePerRequestFilter {

    private final Buckets buckets;

    RequestLimit(int perSecond, TimeMeter time) {
        this.buckets = new Buckets(perSecond, perSecond, Duration.ofSeconds(1), time);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = Actor.current().flatMap(actor -> buckets.take(actor.id()));
        if (wait.isPresent()) {
            throw Rejected.tooMany(
                    "too-many-requests",
                    "Too many requests",
                    "Nobody may make that many requests a second; wait before the next one.",
                    wait.get());
        }
        chain.doFilter(request, response);
    }
}
