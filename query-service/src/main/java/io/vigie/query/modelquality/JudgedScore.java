package io.vigie.query.modelquality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A score with its outcome.
 *
 * @param month first day of the month it is of
 * @param flagged whether it was in the high band
 * @param left whether the client left within the horizon
 */
record JudgedScore(String clientId, LocalDate month, double probability, boolean flagged, boolean left) {

    static JudgedScore read(ResultSet row) throws SQLException {
        return new JudgedScore(
                row.getString("client_id"),
                row.getObject("month", LocalDate.class),
                row.getDouble("probability"),
                row.getBoolean("flagged"),
                row.getBoolean("has_left"));
    }
}
