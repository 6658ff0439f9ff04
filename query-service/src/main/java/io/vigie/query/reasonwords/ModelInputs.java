package io.vigie.query.reasonwords;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.query.platform.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What is known of the inputs of versions: what is usual by their reference points, and units by their cards ({@code
 * inputs[].name} with {@code inputs[].unit}). A version never changes, so nobody asks twice for one.
 */
@Component
public class ModelInputs {

    private static final int MOST = 200;

    /** A card is whatever somebody uploaded: a unit that is longer is none. */
    private static final int LONGEST_UNIT = 32;

    private final JdbcTemplate jdbc;
    private final Cache<String, InputFacts> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    ModelInputs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a version; nothing while it isn't here. */
    public InputFacts of(String model, int version) {
        String key = model + "/" + version;
        InputFacts facts = known.getIfPresent(key);
        if (facts == null) {
            facts = read(model, version);
            if (facts != InputFacts.NONE) {
                known.put(key, facts);
            }
        }
        return facts;
    }

    private InputFacts read(String model, int version) {
        return jdbc
                .query(
                        "select reference_point, card from model_document where model_name = ? and version = ?",
                        (row, index) -> read(row),
                        model,
                        version)
                .stream()
                .findFirst()
                .orElse(InputFacts.NONE);
    }

    private static InputFacts read(ResultSet row) throws SQLException {
        Map<String, Object> usual = new LinkedHashMap<>();
        Wire.tree(row.getString("reference_point")).properties().forEach(one -> {
            JsonNode value = one.getValue();
            usual.put(one.getKey(), value.isNumber() ? (Object) value.doubleValue() : value.asString(""));
        });
        return new InputFacts(usual, units(row.getString("card")));
    }

    private static Map<String, String> units(@Nullable String card) {
        Map<String, String> units = new LinkedHashMap<>();
        if (card != null) {
            for (JsonNode input : Wire.tree(card).path("inputs")) {
                String unit = input.path("unit").asString("").strip();
                if (!unit.isEmpty()
                        && unit.length() <= LONGEST_UNIT
                        && unit.codePoints().noneMatch(Character::isISOControl)) {
                    units.put(input.path("name").asString(""), unit);
                }
            }
        }
        return units;
    }
}
