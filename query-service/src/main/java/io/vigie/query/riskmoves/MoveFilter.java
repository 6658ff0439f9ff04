package io.vigie.query.riskmoves;

import io.vigie.query.clientcard.ClientCard;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.platform.Portfolio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which changes are asked for.
 *
 * @param since the earliest
 * @param direction {@code up} or {@code down}; null for both
 */
record MoveFilter(Instant since, @Nullable String direction) {

    /** The bands of a change differ, so one of its ends says where it goes. */
    private static final String COUNTS = """
            select count(*) filter (where band = 'high' or former_band = 'low') as up,
                count(*) filter (where band = 'low' or former_band = 'high') as down
            from client_card
            where status = 'active' and band is not null and band_since >= ?::timestamptz""";

    /** How many went which way. */
    record Counts(long up, long down) {}

    PredicateSpecification<ClientCard> in(Portfolio portfolio, PredicateSpecification<ClientCard> position) {
        List<PredicateSpecification<ClientCard>> all = new ArrayList<>(List.of(ClientCards.of(portfolio), position));
        all.add((card, build) -> build.equal(card.get("status"), "active"));
        all.add((card, build) -> build.isNotNull(card.get("band")));
        all.add((card, build) -> build.greaterThanOrEqualTo(card.get("bandSince"), since));
        if (direction != null) {
            boolean up = direction.equals("up");
            all.add((card, build) -> build.or(
                    build.equal(card.get("band"), up ? "high" : "low"),
                    build.equal(card.get("formerBand"), up ? "low" : "high")));
        }
        return PredicateSpecification.allOf(all);
    }

    /** Of both directions. */
    Counts counts(JdbcTemplate jdbc, Portfolio portfolio) {
        return portfolio.choose(
                () -> counts(jdbc, COUNTS, since.toString()),
                own -> counts(jdbc, COUNTS + " and account_manager_id = ?", since.toString(), own));
    }

    private static Counts counts(JdbcTemplate jdbc, String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(
                sql, (row, index) -> new Counts(row.getLong("up"), row.getLong("down")), arguments));
    }
}
