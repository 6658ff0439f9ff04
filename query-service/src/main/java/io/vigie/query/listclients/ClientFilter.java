package io.vigie.query.listclients;

import io.vigie.query.clientcard.ClientCard;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.PredicateSpecification;

/** Which clients are asked for. */
record ClientFilter(
        @Nullable String band,
        @Nullable String accountManagerId,
        @Nullable Boolean unassigned,
        @Nullable String state,
        List<String> words,
        @Nullable Double minScore,
        @Nullable Double maxScore,
        @Nullable BigDecimal minValue,
        @Nullable String status) {

    private static final int LONGEST = 200;

    /**
     * As they are sent.
     *
     * @param band {@code low}, {@code medium} or {@code high}
     * @param accountManagerId who looks after them
     * @param unassigned true: nobody looks after them, neither here nor elsewhere; false: somebody does
     * @param state two-letter code
     * @param q words that all stand in name or company
     * @param minScore from 0 to 1
     * @param maxScore from 0 to 1, without it; 1 leaves nobody out who has a score
     * @param minValue what they have bought at least
     * @param status {@code active} or {@code left}
     */
    record Parameters(
            @Nullable String band,
            @Nullable String accountManagerId,
            @Nullable String unassigned,
            @Nullable String state,
            @Nullable String q,
            @Nullable String minScore,
            @Nullable String maxScore,
            @Nullable String minValue,
            @Nullable String status) {}

    static ClientFilter of(Parameters sent) {
        return new ClientFilter(
                Asked.oneOf("band", sent.band, "low", "medium", "high"),
                Asked.name("accountManagerId", sent.accountManagerId),
                Asked.flag("unassigned", sent.unassigned),
                state(sent.state),
                words(sent.q),
                Asked.share("minScore", sent.minScore),
                Asked.share("maxScore", sent.maxScore),
                Asked.amount("minValue", sent.minValue),
                Asked.oneOf("status", sent.status, "active", "left"));
    }

    private static @Nullable String state(@Nullable String state) {
        if (state != null && !state.matches("[A-Za-z]{2}")) {
            throw Asked.bad("state", "must be a two-letter code");
        }
        return state == null ? null : state.toUpperCase(Locale.ROOT);
    }

    private static List<String> words(@Nullable String q) {
        if (q == null) {
            return List.of();
        }
        String folded = q.length() > LONGEST ? "" : Words.folded(q);
        if (folded.isEmpty()) {
            throw Asked.bad("q", "must have a word, and at most " + LONGEST + " characters");
        }
        return List.of(folded.split(" "));
    }

    PredicateSpecification<ClientCard> in(Portfolio portfolio, PredicateSpecification<ClientCard> position) {
        List<PredicateSpecification<ClientCard>> all = new ArrayList<>(List.of(ClientCards.of(portfolio), position));
        equal(all, "band", band);
        equal(all, "accountManagerId", accountManagerId);
        equal(all, "state", state);
        equal(all, "status", status);
        if (unassigned != null) {
            all.add((card, build) -> {
                var nobody = build.and(
                        build.isNull(card.get("accountManagerId")), build.isFalse(card.get("managedElsewhere")));
                return unassigned ? nobody : build.not(nobody);
            });
        }
        if (minScore != null) {
            all.add((card, build) -> build.greaterThanOrEqualTo(card.get("score"), minScore));
        }
        if (maxScore != null) {
            // As the last of the bins of the distribution, which has the score 1 in it.
            all.add((card, build) ->
                    maxScore == 1 ? build.isNotNull(card.get("score")) : build.lessThan(card.get("score"), maxScore));
        }
        if (minValue != null) {
            all.add((card, build) -> build.greaterThanOrEqualTo(card.get("totalPurchase"), minValue));
        }
        if (!words.isEmpty()) {
            String[] wanted = words.toArray(String[]::new);
            all.add((card, build) ->
                    ((HibernateCriteriaBuilder) build).arrayIncludes(card.<String[]>get("words"), wanted));
        }
        return PredicateSpecification.allOf(all);
    }

    private static void equal(List<PredicateSpecification<ClientCard>> all, String field, @Nullable String value) {
        if (value != null) {
            all.add((card, build) -> build.equal(card.get(field), value));
        }
    }
}
