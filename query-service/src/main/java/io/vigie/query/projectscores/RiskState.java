package io.vigie.query.projectscores;

import io.vigie.contracts.score.ClientScore;
import io.vigie.query.platform.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code client_risk}. */
record RiskState(
        String clientId, long scoreSequence, @Nullable Latest latest, FormerBand former) {

    /** The score that holds. */
    record Latest(
            double score,
            @Nullable String band,
            String reasons,
            String model,
            int modelVersion,
            Instant scoredAt,
            long clientVersion) {

        static Latest of(ClientScore score, double probability) {
            return new Latest(
                    probability,
                    score.band() == null ? null : score.band().toString(),
                    Wire.text(score.reasons()),
                    score.model().name(),
                    score.model().version(),
                    score.scoredAt(),
                    score.clientVersion());
        }
    }

    static RiskState read(ResultSet row, int index) throws SQLException {
        double score = row.getDouble("score");
        boolean unscored = row.wasNull();
        return new RiskState(
                row.getString("client_id"),
                row.getLong("score_sequence"),
                unscored
                        ? null
                        : new Latest(
                                score,
                                row.getString("band"),
                                row.getString("reasons"),
                                row.getString("model"),
                                row.getInt("model_version"),
                                row.getObject("scored_at", OffsetDateTime.class).toInstant(),
                                row.getLong("client_version")),
                former(row));
    }

    private static FormerBand former(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("band_since", OffsetDateTime.class);
        return new FormerBand(row.getString("former_band"), since == null ? null : since.toInstant());
    }

    static RiskState before(String clientId) {
        return new RiskState(clientId, 0, null, FormerBand.NONE);
    }

    /** What holds after {@code score}: of a client that left what held before, of an unscorable one nothing. */
    RiskState after(ClientScore score) {
        return switch (score.outcome()) {
            case DEPARTED -> at(score.scoreSequence());
            case UNSCORABLE -> with(score, null);
            case SCORED, UNCHANGED -> {
                Double probability = score.probability();
                yield with(score, probability == null ? null : Latest.of(score, probability));
            }
        };
    }

    private RiskState with(ClientScore score, @Nullable Latest next) {
        return new RiskState(
                clientId, score.scoreSequence(), next, former.after(band(latest), band(next), score.scoredAt()));
    }

    private static @Nullable String band(@Nullable Latest score) {
        return score == null ? null : score.band();
    }

    RiskState at(long sequence) {
        return new RiskState(clientId, sequence, latest, former);
    }
}
