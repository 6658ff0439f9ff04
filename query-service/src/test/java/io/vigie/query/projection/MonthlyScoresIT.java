package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The first scores of each month. */
@SuppressWarnings("NullAway.Init")
class MonthlyScoresIT extends RunningService {

    private static final String ROWS = "select concat_ws(' ', client_id, model_version, month, probability, flagged)"
            + " from monthly_score order by client_id, model_version, month";

    @Autowired
    private List<Track<?, ?>> tracks;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<Register<?>> registers;

    @Test
    void givenScoresTwiceAndInAnyOrder_whenProjected_thenEachMonthKeepsItsFirst() {
        String id = Lives.id();
        ClientScore first = Lives.score(id, 2, 1, 0.7, null);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(List.of(
                Publisher.score(Lives.without(Lives.score(id, 1, 1, 0.1, null), Outcome.UNSCORABLE)),
                Publisher.score(Lives.unchanged(first)),
                Publisher.score(Lives.score(id, 3, 1, 0.8, null)),
                Publisher.score(Lives.without(Lives.score(id, 4, 1, 0.1, null), Outcome.DEPARTED)),
                Publisher.score(ModelLives.score(
                        ModelLives.artefact("churn", 2, ModelLives.churn()), Lives.score(id, 5, 1, 0.2, null), 0.2))));
        List<ProducerRecord<byte[], byte[]>> backwards = new ArrayList<>(records);
        Collections.reverse(backwards);
        records.addAll(List.copyOf(records));

        for (List<ProducerRecord<byte[], byte[]>> order : List.of(records, backwards)) {
            OwnViews views = new OwnViews(tracks, ledgers, registers);
            Projector projector = views.projector(true);
            order.forEach(one -> projector.handle(views.stored(List.of(one))));

            assertThat(views.jdbc.queryForList(ROWS, String.class))
                    .containsExactly(id + " 1 2026-03-01 0.7 t", id + " 2 2026-03-01 0.2 f");
        }
    }

    @Test
    void givenScoresOfTheVersionBefore_whenMigrated_thenEachMonthHasItsFirst() {
        JdbcTemplate jdbc = before("views");
        scores(jdbc);

        migrate(jdbc, "024");

        assertThat(jdbc.queryForList(ROWS, String.class))
                .containsExactly("a 1 2026-01-01 0.9 t", "a 1 2026-02-01 0.3 f", "a 2 2026-02-01 0.2 f");
    }

    /** A rebuild would throw them away, and a long history takes its time. */
    @Test
    void givenFormerViews_whenMigrated_thenNothingIsTakenOver() {
        JdbcTemplate jdbc = before("views_next");
        scores(jdbc);

        migrate(jdbc, "024");

        assertThat(jdbc.queryForList(ROWS, String.class)).isEmpty();
    }

    @Test
    void givenAProjectionThatHasWrittenAScore_whenMigrated_thenItsEventCanFollow() throws Exception {
        JdbcTemplate jdbc = before("views");
        DataSource source = Objects.requireNonNull(jdbc.getDataSource());
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection projection = source.getConnection();
                Statement statement = projection.createStatement()) {
            projection.setAutoCommit(false);
            scores(new JdbcTemplate(new SingleConnectionDataSource(projection, true)));
            Future<?> migration = threads.submit(() -> migrate(jdbc, "024"));
            while (!migration.isDone() && !isSomebodyWaiting(jdbc)) {
                Thread.onSpinWait();
            }
            statement.execute("insert into client_event (client_id, version, event_id, type, revision, time, payload,"
                    + " handled) values ('a', 1, '', 'client-registered', 1, now(), '{}', true)");
            projection.commit();
            migration.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(jdbc.queryForList(ROWS, String.class)).hasSize(3);
    }

    private static boolean isSomebodyWaiting(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from pg_locks where not granted and relation = 'client_score'::regclass"
                        + " and database = (select oid from pg_database where datname = current_database()))",
                Boolean.class));
    }

    private static JdbcTemplate before(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Servers.postgres().jdbcUrl(Servers.freshDatabase()));
        source.setUser(Servers.postgres().user());
        source.setPassword(Servers.postgres().password());
        source.setCurrentSchema(schema);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        migrate(jdbc, "022");
        return jdbc;
    }

    private static void scores(JdbcTemplate jdbc) {
        jdbc.update("insert into client_score (client_id, score_sequence, score_id, client_version, outcome, trigger,"
                + " probability, band, reasons, features, out_of_range, model_name, model_version, model_sha256, engine,"
                + " scored_at, handled)"
                + " select 'a', sequence, '', 1, outcome, 'event', probability, case when probability > 0.6 then 'high'"
                + " when probability is not null then 'low' end, '[]', '{}', '[]', 'churn', version, '', '', at, handled"
                + " from (values (1, 'unscorable', null, 1, timestamptz '2026-01-01 00:00Z', true),"
                + " (2, 'scored', 0.5, 1, '2026-01-02 00:00Z', false),"
                + " (3, 'scored', 0.9, 1, '2026-01-31 23:59Z', true),"
                + " (4, 'unchanged', 0.4, 1, '2026-01-31 23:59:59Z', true),"
                + " (5, 'scored', 0.3, 1, '2026-02-01 00:00Z', true),"
                + " (6, 'scored', 0.2, 2, '2026-02-01 00:00Z', true),"
                + " (7, 'departed', null, 2, '2026-03-01 00:00Z', true))"
                + " v (sequence, outcome, probability, version, at, handled)");
    }

    private static void migrate(JdbcTemplate jdbc, String to) {
        DataSource source = Objects.requireNonNull(jdbc.getDataSource());
        String schema = ((PGSimpleDataSource) source).getCurrentSchema();
        Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .locations("classpath:db/migration/views")
                .placeholders(Map.of("role", Servers.ROLE))
                .skipDefaultCallbacks(true)
                .target(to)
                .load()
                .migrate();
    }
}
