package io.vigie.query.riskmoves;

import io.vigie.query.clientcard.ClientCard;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.PredicateSpecification;

/** Where a page of one question ended: the latest change first, ties by client id. */
final class MovePosition {

    static final Sort ORDER = Sort.by(Sort.Order.desc("bandSince"), Sort.Order.asc("clientId"));

    private final Cursor cursor;

    /** As they were sent: a beginning that moves with the clock is the same question all the time. */
    MovePosition(@Nullable String since, @Nullable String direction) {
        this.cursor = Cursor.of("moves", since, direction);
    }

    String cursor(ClientCard last) {
        return cursor.after(Objects.requireNonNull(last.bandSince()).toString(), last.clientId());
    }

    PredicateSpecification<ClientCard> after(@Nullable String token) {
        List<String> keys = cursor.read(token);
        if (keys == null) {
            return PredicateSpecification.unrestricted();
        }
        try {
            Instant moment = Asked.moment(keys.get(0));
            String id = Asked.name("cursor", keys.get(1));
            return (card, build) -> build.or(
                    build.lessThan(card.get("bandSince"), moment),
                    build.and(build.equal(card.get("bandSince"), moment), build.greaterThan(card.get("clientId"), id)));
        } catch (DateTimeException | IndexOutOfBoundsException madeUp) {
            throw Asked.bad("cursor", "must be the next of a page of the same query");
        }
    }
}
