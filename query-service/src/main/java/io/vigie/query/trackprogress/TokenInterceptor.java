package io.vigie.query.trackprogress;

import io.vigie.query.platform.Portfolio;
import io.vigie.web.Rejected;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a read through when the views are as fresh as it demands; until then it waits. */
@Component
final class TokenInterceptor implements HandlerInterceptor {

    private final Coverage coverage;
    private final Standings standings;
    private final Waiting waiting;

    TokenInterceptor(Coverage coverage, Standings standings, Waiting waiting) {
        this.coverage = coverage;
        this.standings = standings;
        this.waiting = waiting;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Demand demand = Demand.of(
                request.getParameter("consistencyToken"),
                request.getParameter("await"),
                clientOf(request),
                Portfolio.current());
        if (demand != null && !coverage.isPossible(demand.token())) {
            throw Demand.bad("consistencyToken", "is of no transaction that there can have been");
        }
        if (demand == null || Boolean.TRUE.equals(request.getAttribute(Waiting.OUTCOME)) || isCovered(demand)) {
            response.setHeader(
                    "X-Projection-Lag-Ms", Long.toString(coverage.lag().toMillis()));
            return true;
        }
        if (request.getAttribute(Waiting.OUTCOME) != null) {
            throw behind("The views don't have everything up to the token yet.");
        }
        if (!waiting.enter()) {
            throw behind("Too many requests wait for the views already.");
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        waiting.await(demand, context);
        return false;
    }

    /** Scores of one client are only looked at while waiting: there may be many. */
    private boolean isCovered(Demand demand) {
        String clientId = demand.clientId();
        return !demand.withOwnScores()
                && coverage.coversNow(demand)
                && (clientId == null || !isHeld(clientId, demand.portfolio()));
    }

    private boolean isHeld(String clientId, Portfolio portfolio) {
        Standings.Standing standing = standings.of(List.of(clientId)).get(clientId);
        return standing == null || standing.in(portfolio).held();
    }

    private static @Nullable String clientOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("clientId") instanceof String clientId
                        && clientId.matches("[A-Za-z0-9._-]{1,64}")
                ? clientId
                : null;
    }

    private static Rejected behind(String detail) {
        return Rejected.notReady("projection-behind", "Projection behind", detail, Duration.ofSeconds(1));
    }
}
