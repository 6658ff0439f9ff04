package io.vigie.query.rebuild;

import io.vigie.query.rebuild.RebuildReport.ComparedTable;
import io.vigie.query.rebuild.RebuildReport.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Live and rebuilt rows side by side. */
record Comparison(List<ComparedTable> tables, List<Difference> differences) {

    private static final int MOST = 100;

    /** What is compared, with its primary key. */
    private enum Compared {
        CLIENT_VIEW("client_id"),
        CLIENT_EVENT("client_id, version"),
        CLIENT_SCORE("client_id, score_sequence"),
        MONTHLY_SCORE("model_name, model_version, client_id, month"),
        CLIENT_RISK("client_id"),
        CLIENT_FACT("client_id"),
        ACCOUNT_MANAGER_VIEW("account_manager_id"),
        ACCOUNT_MANAGER_EVENT("account_manager_id, version"),
        MODEL_VIEW("model_name"),
        MODEL_VERSION("model_name, version"),
        MODEL_EVENT("model_id, version"),
        MODEL_DOCUMENT("model_name, version"),
        MODEL_DEPLOYMENT("model_name"),
        MODEL_SWAP("model_name, partition"),
        MODEL_SKETCH("model_name, version, day, partition"),
        SHADOW_RISK("client_id"),
        SCORED_OFFSET("partition"),
        GIVEN_UP_OFFSET("partition"),
        PARKED_RECORD("track, subject, number, id"),
        FAILED_RECORD("track, subject, number"),
        DEAD_LETTER("dead_letter_id"),
        DEAD_LETTER_DECISION("dead_letter_id");

        private final String key;

        Compared(String key) {
            this.key = key;
        }

        private String table() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Everything, except where a column isn't the topics' doing, or large and told by another one. */
        private String columns() {
            return switch (this) {
                case PARKED_RECORD -> key + ", topic, partition, record_offset";
                case MODEL_DOCUMENT -> key + ", record_offset, sha256, reference_point, training_ranges, card";
                case GIVEN_UP_OFFSET -> key + ", next_offset";
                default -> "*";
            };
        }
    }

    /** Compares all tables of two schemas. */
    static Comparison of(JdbcTemplate jdbc, String live, String rebuilt) {
        List<ComparedTable> tables = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (Compared one : Compared.values()) {
            AtomicLong different = new AtomicLong();
            jdbc.query(sql(one, live, rebuilt), row -> {
                different.set(row.getLong(3));
                if (differences.size() < MOST) {
                    differences.add(new Difference(one.table(), row.getString(1), row.getString(2)));
                }
            });
            tables.add(new ComparedTable(
                    one.table(), count(jdbc, live, one.table()), count(jdbc, rebuilt, one.table()), different.get()));
        }
        return new Comparison(List.copyOf(tables), List.copyOf(differences));
    }

    private static String sql(Compared one, String live, String rebuilt) {
        String parts = Arrays.stream(one.key.split(", "))
                .map(column -> column + "::text")
                .collect(Collectors.joining(", "));
        return """
            select key, case when count(*) = 2 then 'other values' else min(side) end as difference,
                count(*) over () as different
            from (
                select 'only live' as side, concat_ws(' ', %1$s) as key
                from (select %2$s from %3$s.%5$s except select %2$s from %4$s.%5$s) l
                union all
                select 'only rebuilt', concat_ws(' ', %1$s)
                from (select %2$s from %4$s.%5$s except select %2$s from %3$s.%5$s) r
            ) d
            group by key order by key limit %6$d""".formatted(parts, one.columns(), live, rebuilt, one.table(), MOST);
    }

    private static long count(JdbcTemplate jdbc, String schema, String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + schema + "." + table, Long.class));
    }
}
