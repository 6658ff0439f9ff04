package io.vigie.query.listclients;

import io.vigie.query.clientcard.ClientCard;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.PredicateSpecification;

/** Where a page of one question ended. */
final class ClientPosition {

    private final ClientOrder order;
    private final Cursor cursor;

    ClientPosition(ClientOrder order, ClientFilter filter) {
        this.order = order;
        this.cursor = Cursor.of("clients", order, filter);
    }

    String cursor(ClientCard last) {
        return switch (order) {
            case RISK -> cursor.after(Double.toString(last.riskRank()), last.clientId());
            case VALUE -> cursor.after(last.totalPurchase().toPlainString(), last.clientId());
            case ONBOARDED_ON -> cursor.after(last.onboardedOn().toString(), last.clientId());
        };
    }

    PredicateSpecification<ClientCard> after(@Nullable String token) {
        List<String> keys = cursor.read(token);
        if (keys == null) {
            return PredicateSpecification.unrestricted();
        }
        try {
            String id = keys.get(1);
            return switch (order) {
                case RISK -> afterRisk(Double.parseDouble(keys.get(0)), id);
                case VALUE -> afterValue(value(keys.get(0)), id);
                case ONBOARDED_ON -> afterDay(LocalDate.parse(keys.get(0)), id);
            };
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException madeUp) {
            throw Asked.bad("cursor", "must be the next of a page of the same query");
        }
    }

    // The first condition of each is where an index can begin; the second leaves out ties up to the last row.

    private static PredicateSpecification<ClientCard> afterRisk(double rank, String id) {
        return (card, build) -> build.and(
                build.lessThanOrEqualTo(card.get("riskRank"), rank),
                build.or(build.lessThan(card.get("riskRank"), rank), build.greaterThan(card.get("clientId"), id)));
    }

    /** Longer than anybody may ask for: what somebody has bought may have as many digits as an event takes. */
    private static BigDecimal value(String text) {
        if (!text.matches("\\d+(\\.\\d+)?")) {
            throw new NumberFormatException("not a sum");
        }
        return new BigDecimal(text);
    }

    private static PredicateSpecification<ClientCard> afterValue(BigDecimal value, String id) {
        return (card, build) -> build.and(
                build.lessThanOrEqualTo(card.get("totalPurchase"), value),
                build.or(
                        build.lessThan(card.get("totalPurchase"), value), build.greaterThan(card.get("clientId"), id)));
    }

    private static PredicateSpecification<ClientCard> afterDay(LocalDate day, String id) {
        return (card, build) -> build.and(
                build.greaterThanOrEqualTo(card.get("onboardedOn"), day),
                build.or(build.greaterThan(card.get("onboardedOn"), day), build.greaterThan(card.get("clientId"), id)));
    }
}
