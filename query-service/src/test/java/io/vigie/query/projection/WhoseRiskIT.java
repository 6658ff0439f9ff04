package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two feeds write the rows of {@code client_risk}, scores what they say, events whose client it is; and those of
 * {@code client_fact}, each what is counted of theirs.
 */
@SuppressWarnings("NullAway.Init")
class WhoseRiskIT extends RunningService {

    private static final String STRAY = "select count(*) from client_view c full join client_risk r using (client_id)"
            + " where c.account_manager_id is distinct from r.account_manager_id or r.client_id is null";

    /** Facts that say something else than what they were taken from, or are missing. */
    private static final String FALSE_FACTS = """
            select count(*) from client_fact f
            full join (select r.client_id, c.status, c.state, c.onboarded_on, c.years_base, c.registered_on,
                    c.total_purchase, c.num_sites, c.account_manager_id, c.managed_elsewhere, r.score, r.band
                from client_risk r left join client_view c using (client_id)) s using (client_id)
            where (f.*) is distinct from (s.*)""";

    @Autowired
    private List<Track<?, ?>> tracks;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<Register<?>> registers;

    @Test
    void givenAClientThatChangesHands_whenProjected_thenItsRiskDoesToo() {
        OwnViews views = new OwnViews(tracks, ledgers, registers);
        Projector projector = views.projector(true);
        String id = Lives.id();

        List<@Nullable String> hands = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> one : List.of(
                Publisher.score(Lives.score(id, 1, 1, 0.9, null)),
                Publisher.event(Lives.registered(id, "Zoë", "Own", "TX", "ada"), 1, Lives.NOON),
                Publisher.event(new AccountManagerUnassigned(id, "ada", "x"), 2, Lives.NOON),
                Publisher.event(new AccountManagerAssigned(id, "bob", null, "x"), 3, Lives.NOON),
                Publisher.score(Lives.score(id, 2, 3, 0.8, null)),
                Publisher.event(Lives.purchase(id, "1"), 4, Lives.NOON),
                Publisher.event(new ClientDeparted(id, LocalDate.parse("2026-03-01"), "x", "bob"), 5, Lives.NOON))) {
            projector.handle(views.stored(List.of(one)));
            hands.add(views.jdbc.queryForObject("select account_manager_id from client_risk", String.class));
            assertThat(views.jdbc.queryForObject(FALSE_FACTS, Long.class)).isZero();
        }

        assertThat(hands).containsExactly(null, "ada", null, "bob", "bob", "bob", null);
        assertThat(views.jdbc.queryForObject("select score from client_risk", Double.class))
                .isEqualTo(0.8);
    }

    @Test
    void givenTheSameClientsInOppositeOrders_whenEventsAndScoresAreWrittenAtOnce_thenNeitherWaitsForTheOtherForEver()
            throws Exception {
        OwnViews views = new OwnViews(tracks, ledgers, registers);
        Projector projector = views.projector(true);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            for (int round = 0; round < 40; round++) {
                String prefix = "round-%02d-".formatted(round);
                List<String> ids = IntStream.range(0, 200)
                        .mapToObj(number -> prefix + number)
                        .toList();
                List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
                List<ProducerRecord<byte[], byte[]>> scores = new ArrayList<>();
                for (String id : ids) {
                    events.add(Publisher.event(Lives.registered(id, "Zoë", "Own", "TX", "ada"), 1, Lives.NOON));
                    scores.add(0, Publisher.score(Lives.score(id, 1, 1, 0.9, null)));
                }
                List<ConsumerRecord<byte[], byte[]>> first = views.stored(events);
                List<ConsumerRecord<byte[], byte[]>> second = views.stored(scores);
                Future<?> one = threads.submit(handling(projector, first, together));
                Future<?> other = threads.submit(handling(projector, second, together));
                one.get();
                other.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(views.count("client_risk")).isEqualTo(8_000);
        assertThat(views.jdbc.queryForObject(STRAY, Long.class)).isZero();
        assertThat(views.count("client_fact")).isEqualTo(8_000);
        assertThat(views.jdbc.queryForObject(FALSE_FACTS, Long.class)).isZero();
        assertThat(views.jdbc.queryForObject("select count(*) from client_risk where score is null", Long.class))
                .isZero();
    }

    private static Callable<Void> handling(
            Projector projector, List<ConsumerRecord<byte[], byte[]>> records, CyclicBarrier together) {
        return () -> {
            together.await();
            projector.handle(records);
            return null;
        };
    }

    @Test
    void givenRowsOfTheVersionBefore_whenMigrated_thenEachKnownClientHasARiskThatIsItsManagers() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Servers.postgres().jdbcUrl(Servers.freshDatabase()));
        source.setUser(Servers.postgres().user());
        source.setPassword(Servers.postgres().password());
        source.setCurrentSchema("views");
        migrate(source, "019");
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.update("insert into client_view (client_id, version, status, name, company, location, age, onboarded_on,"
                + " registered_on, total_purchase, num_sites, account_manager_id, managed_elsewhere, folded)"
                + " select id, 1, status, '', '', '', 1, '2020-01-01', '2020-01-01', 1, 1, manager, false, ''"
                + " from (values ('scored', 'active', 'ada'), ('unscored', 'active', 'bob'), ('nobodys', 'left', null),"
                + " ('evicted', 'unknown', null)) v (id, status, manager)");
        jdbc.update(
                "insert into client_risk (client_id, score_sequence, score) values ('scored', 3, 0.9), ('early', 1, 1)");

        migrate(source, "020");

        assertThat(jdbc.queryForList(
                        "select concat_ws(' ', client_id, score_sequence, score, account_manager_id) from client_risk"
                                + " order by client_id",
                        String.class))
                .containsExactly("early 1 1", "evicted 0", "nobodys 0", "scored 3 0.9 ada", "unscored 0 bob");
        assertThat(jdbc.queryForList("select client_id from client_card order by client_id", String.class))
                .containsExactly("nobodys", "scored", "unscored");

        migrate(source, "030");
        assertThat(jdbc.queryForList(
                        "select client_id from client_fact where status <> 'unknown' order by client_id", String.class))
                .containsExactly("nobodys", "scored", "unscored");

        assertThat(jdbc.queryForObject("select count(*) from client_fact", Long.class))
                .isEqualTo(5);
        assertThat(jdbc.queryForObject(FALSE_FACTS, Long.class)).isZero();
    }

    /** Without what follows every migration: it grants tables that come later. */
    private static void migrate(PGSimpleDataSource source, String to) {
        Flyway.configure()
                .dataSource(source)
                .schemas("views")
                .locations("classpath:db/migration/views")
                .placeholders(Map.of("role", Servers.ROLE))
                .skipDefaultCallbacks(true)
                .target(to)
                .load()
                .migrate();
    }
}
