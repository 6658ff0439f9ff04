package io.vigie.query.trackprogress;

import io.vigie.query.platform.Portfolio;
import io.vigie.web.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see.
 *
 * @param token every event up to this transaction
 * @param withScores and the scores for them
 * @param clientId the one client that the read is about; null when it is about many
 * @param portfolio whose clients there are for the reader
 */
record Demand(long token, boolean withScores, @Nullable String clientId, Portfolio portfolio) {

    static @Nullable Demand of(
            @Nullable String token, @Nullable String await, @Nullable String clientId, Portfolio portfolio) {
        if (await != null && !await.equals("score")) {
            throw bad("await", "leave it out or say score");
        }
        if (token == null) {
            if (await != null) {
                throw bad("await", "needs a consistencyToken");
            }
            return null;
        }
        if (!token.matches("\\d{1,19}")) {
            throw bad("consistencyToken", "must be a token from the answer to a command");
        }
        try {
            return new Demand(Long.parseLong(token), await != null, clientId, portfolio);
        } catch (NumberFormatException tooLarge) {
            throw bad("consistencyToken", "must be a token from the answer to a command");
        }
    }

    /** Whether the scores of one client are what matters. */
    boolean withOwnScores() {
        return withScores && clientId != null;
    }

    /** Whether every client's scores matter. To a read about one client those of others, which may never come, don't. */
    boolean withAllScores() {
        return withScores && clientId == null;
    }

    static Rejected bad(String field, String message) {
        return Rejected.malformed("bad-query", "Bad query", "A query parameter can't be used as it was sent.")
                .error(field, message);
    }
}
