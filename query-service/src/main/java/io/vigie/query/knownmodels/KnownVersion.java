package io.vigie.query.knownmodels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model, of which there is a document, here or on its way.
 *
 * @param status {@code champion}, {@code challenger}, {@code shelved} or {@code retired}
 * @param sha256 of the document, hexadecimal, lower case
 * @param bytes size of the document
 * @param modelType name of its PMML element
 */
public record KnownVersion(
        String name,
        int version,
        String status,
        String sha256,
        int bytes,
        String modelType,
        @Nullable String note,
        @Nullable String uploadedBy,
        Instant uploadedAt) {

    static final String COLUMNS = """
            v.model_name, v.version, v.sha256, v.bytes, v.model_type, v.note, v.uploaded_by, v.uploaded_at,
            case when v.version = m.champion then 'champion' when v.version = m.challenger then 'challenger'
                when v.retired then 'retired' else 'shelved' end as status
            from model_version v join model_view m on m.model_name = v.model_name
            """;

    static KnownVersion read(ResultSet row, int index) throws SQLException {
        return new KnownVersion(
                row.getString("model_name"),
                row.getInt("version"),
                row.getString("status"),
                row.getString("sha256"),
                row.getInt("bytes"),
                row.getString("model_type"),
                row.getString("note"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
