package io.vigie.query.knownmodels;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A model at a glance.
 *
 * @param revision version of the model's aggregate
 * @param champion its number, null for none
 * @param challenger its number, null for none
 * @param versions how many there are
 * @param latest the highest number
 * @param decided revision that last changed what scores, 0 before
 */
public record KnownModel(
        String name,
        long revision,
        @Nullable Integer champion,
        @Nullable Integer challenger,
        int versions,
        int latest,
        long decided) {

    static final String SELECT = """
            select m.*, (select count(*) from model_version v where v.model_name = m.model_name) as versions
            from model_view m where m.latest is not null
            """;

    static KnownModel read(ResultSet row, int index) throws SQLException {
        return new KnownModel(
                row.getString("model_name"),
                row.getLong("version"),
                row.getObject("champion", Integer.class),
                row.getObject("challenger", Integer.class),
                row.getInt("versions"),
                row.getInt("latest"),
                row.getLong("decided"));
    }
}
