package io.vigie.access.recordreads;

import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.web.Rejected;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;

/**
 * Records before it is answered what an auditor asks for, where the table of rules says so; what can't be recorded isn't
 * answered. Whoever has other roles besides may well have asked in one of them, and is recorded too.
 */
public final class RecordingReads implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingReads.class);

    /** Why somebody asks, in their own words; may be left out. */
    static final String PURPOSE = "X-Purpose";

    private static final Pattern TEXT = Pattern.compile("[ -~]{1,200}");

    private final AccessRules rules;
    private final @Nullable Reads reads;

    /** @param reads null where nothing can be kept: nothing that has to be recorded is answered there */
    public RecordingReads(AccessRules rules, @Nullable Reads reads) {
        this.rules = rules;
        this.reads = reads;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Actor.current()
                    .filter(actor -> actor.roles().contains(Role.AUDITOR))
                    .ifPresent(actor -> record(actor, request));
        }
        return true;
    }

    private void record(Actor actor, HttpServletRequest request) {
        PathContainer address = AccessRules.address(request);
        Optional<AccessRule> rule = rules.of(request.getMethod(), address).filter(AccessRule::recorded);
        if (rule.isPresent()) {
            String purpose = purpose(request);
            PathMatchInfo match = Objects.requireNonNull(rule.get().path().matchAndExtract(address));
            add(
                    actor,
                    Question.of(
                            rule.get().path().getPatternString(),
                            match.getUriVariables().values(),
                            request.getParameterMap()),
                    purpose);
        }
    }

    private void add(Actor actor, Question question, @Nullable String purpose) {
        Reads kept = reads;
        if (kept == null) {
            LOG.warn("A read can't be recorded without vigie.access.database.url");
            throw notRecorded();
        }
        try {
            kept.add(actor, question, purpose);
        } catch (DataAccessException away) {
            LOG.warn("A read can't be recorded: {}", away.getClass().getSimpleName());
            throw notRecorded();
        }
    }

    private static Rejected notRecorded() {
        return Rejected.notReady(
                "read-not-recorded",
                "Read not recorded",
                "What an auditor asks for is recorded first, and that isn't possible right now; try again in a moment.",
                Duration.ofSeconds(1));
    }

    private static @Nullable String purpose(HttpServletRequest request) {
        List<String> told = Collections.list(request.getHeaders(PURPOSE));
        if (told.isEmpty()) {
            return null;
        }
        if (told.size() > 1
                || told.get(0).isBlank()
                || !TEXT.matcher(told.get(0)).matches()) {
            throw Rejected.malformed(
                    "bad-purpose",
                    "Bad purpose",
                    PURPOSE + " is sent once, with 1 to 200 printable characters of ASCII, or left out.");
        }
        return told.get(0);
    }
}
