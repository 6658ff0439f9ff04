package io.vigie.command.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.relay.RelayOnly.HookedCrashPoint;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Headers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** One instance of the relay on a database and a broker, and what a test asks of it. */
public final class RelayRig implements AutoCloseable {

    private final String url;
    private final ConfigurableApplicationContext context;

    RelayRig(String url, String bootstrapServers, String... arguments) {
        this.url = url;
        List<String> all = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.datasource.hikari.maximum-pool-size=6",
                "--vigie.topics.partitions=3"));
        all.addAll(Servers.arguments(url));
        all.addAll(List.of(arguments));
        this.context = new SpringApplicationBuilder(RelayOnly.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    /** Another instance after this one was closed. */
    RelayRig startAgain(String bootstrapServers, String... arguments) {
        close();
        return new RelayRig(url, bootstrapServers, arguments);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    HookedCrashPoint crashPoint() {
        return bean(HookedCrashPoint.class);
    }

    /** A connection that none of the service's limits apply to; not in autocommit mode. */
    Connection outsider() throws SQLException {
        Connection connection = DriverManager.getConnection(
                url, Servers.postgres().user(), Servers.postgres().password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Stores an event of a client without the service, with a time (and if not 0 a global index) of the test's choice. */
    static void insert(Connection connection, String client, long sequence, Instant time, long globalIndex, String json)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,
                    type, time_stamp, payload_type, payload_revision, payload, meta_data)
                values (coalesce(nullif(?, 0), nextval(pg_get_serial_sequence('domain_event_entry', 'global_index'))),
                    ?, ?, ?, 'Client', ?, 'client-returned', '1', ?, '{"actor":"local"}')""")) {
            insert.setLong(1, globalIndex);
            insert.setString(2, UUID.randomUUID().toString());
            insert.setString(3, client);
            insert.setLong(4, sequence);
            insert.setString(5, time.toString());
            insert.setBytes(6, json.getBytes(UTF_8));
            insert.executeUpdate();
        }
    }

    /** Stores some events of one client, each in a transaction of its own. */
    void store(String client, int from, int count) throws SQLException {
        try (Connection connection = outsider()) {
            for (int i = from; i < from + count; i++) {
                insert(connection, client, i, Instant.now(), 0, json(client));
                connection.commit();
            }
        }
    }

    static String json(String client) {
        return "{\"clientId\":\"" + client + "\"}";
    }

    /** Waits until everything stored is on Kafka. */
    void awaitRelayed() {
        AtomicLong stored = new AtomicLong(-1);
        await(() -> {
            stored.set(count("select count(*) from domain_event_entry"));
            return bean(ProgressLog.class)
                    .newest()
                    .filter(progress ->
                            count("select count(*) from domain_event_entry where (transaction_id, global_index) > ('"
                                            + progress.transactionId() + "', " + progress.globalIndex() + ")")
                                    == 0)
                    .isPresent();
        });
    }

    long count(String sql) {
        Long count = jdbc().queryForObject(sql, Long.class);
        return count == null ? -1 : count;
    }

    List<String> eventIds(String client) {
        return jdbc().queryForList(
                        "select event_identifier from domain_event_entry where aggregate_identifier = ?"
                                + " order by sequence_number",
                        String.class,
                        client);
    }

    /** Everything committed on a topic, by partition and offset. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = bean(KafkaAccess.class).consumer("")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** Ids of a client's events on a topic, in their order there. */
    List<String> publishedIds(String topic, String client) {
        return records(topic).stream()
                .filter(published -> client.equals(published.key()))
                .map(published -> header(published, Headers.ID))
                .toList();
    }

    List<String> publishedClients(String topic, Set<String> clients) {
        return records(topic).stream()
                .map(ConsumerRecord::key)
                .filter(clients::contains)
                .toList();
    }

    static String header(ConsumerRecord<String, byte[]> published, String name) {
        return new String(published.headers().lastHeader(name).value(), UTF_8);
    }

    void jdbcUpdate(String sql) {
        bean(TransactionOperations.class).executeWithoutResult(status -> jdbc().update(sql));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not so after a minute");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
