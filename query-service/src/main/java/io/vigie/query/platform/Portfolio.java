package io.vigie.query.platform;

import io.vigie.access.Actor;
import io.vigie.access.rules.Reach;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whose clients there are for a reader. Every read of clients' data asks for them; all others don't exist. */
public final class Portfolio {

    private static final Portfolio EVERYBODYS = new Portfolio(null);

    /** No account manager has this id, so nobody's clients are found by it. */
    private static final Portfolio NOBODYS = new Portfolio("");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final ThreadLocal<Portfolio> TAKEN_ALONG = new ThreadLocal<>();

    private final @Nullable String accountManagerId;

    private Portfolio(@Nullable String accountManagerId) {
        this.accountManagerId = accountManagerId;
    }

    /** All clients, assigned or not. */
    public static Portfolio everybodys() {
        return EVERYBODYS;
    }

    /** The clients of one account manager; none for null and for what can't be an id. */
    public static Portfolio of(@Nullable String accountManagerId) {
        return accountManagerId != null && ID.matcher(accountManagerId).matches()
                ? new Portfolio(accountManagerId)
                : NOBODYS;
    }

    /**
     * As far as the rule reaches that let the request in hand through; everybody's for the service's own work. A thread that
     * works for somebody and doesn't know by which rule sees nobody's: answers that another thread gives have to take the
     * portfolio along.
     */
    public static Portfolio current() {
        Portfolio takenAlong = TAKEN_ALONG.get();
        if (takenAlong != null) {
            return takenAlong;
        }
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Actor.current().isPresent() ? NOBODYS : EVERYBODYS;
        }
        return within(Reach.of(attributes.getRequest()), Actor.current().orElse(null));
    }

    /** As far as a rule reaches for somebody. */
    public static Portfolio within(Reach reach, @Nullable Actor actor) {
        return switch (reach) {
            case ALL, MASKED -> EVERYBODYS;
            case OWN -> of(actor == null ? null : actor.accountManagerId());
            case NONE -> NOBODYS;
        };
    }

    /** Asks something for whom the portfolio is, in a thread that answers no request of theirs; PostgreSQL knows it too. */
    public <T> T takenAlong(Supplier<T> question) {
        Portfolio before = TAKEN_ALONG.get();
        TAKEN_ALONG.set(this);
        try {
            return question.get();
        } finally {
            if (before == null) {
                TAKEN_ALONG.remove();
            } else {
                TAKEN_ALONG.set(before);
            }
        }
    }

    /** Whether a client that this account manager looks after is in it; null for a client that none does. */
    public boolean contains(@Nullable String accountManager) {
        return accountManagerId == null || accountManagerId.equals(accountManager);
    }

    /** Whose clients they are; null for everybody's. */
    @Nullable
    String accountManagerId() {
        return accountManagerId;
    }

    /** Asks one question for everybody's clients, another for those of one account manager. */
    public <T> T choose(Supplier<T> everybodys, Function<String, T> own) {
        return accountManagerId == null ? everybodys.get() : own.apply(accountManagerId);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Portfolio portfolio && Objects.equals(accountManagerId, portfolio.accountManagerId);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(accountManagerId);
    }
}
