package io.vigie.query.reasonwords;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.query.platform.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What is usual, by the reference points of models. A version never changes, so nobody asks twice for one. */
@Component
public class Averages {

    private static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final Cache<String, Map<String, Double>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Averages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By input, of those that are numbers; none while the version isn't here. */
    public Map<String, Double> of(String model, int version) {
        String key = model + "/" + version;
        Map<String, Double> averages = known.getIfPresent(key);
        if (averages == null) {
            averages = read(model, version);
            if (!averages.isEmpty()) {
                known.put(key, averages);
            }
        }
        return averages;
    }

    private Map<String, Double> read(String model, int version) {
        Map<String, Double> averages = new LinkedHashMap<>();
        jdbc.queryForList(
                        "select reference_point from model_document where model_name = ? and version = ?",
                        String.class,
                        model,
                        version)
                .forEach(point -> Wire.tree(point).properties().forEach(one -> {
                    JsonNode value = one.getValue();
                    if (value.isNumber()) {
                        averages.put(one.getKey(), value.doubleValue());
                    }
                }));
        return averages;
    }
}
