package io.vigie.query.projection;

import io.vigie.contracts.Topics;
import io.vigie.query.testing.Servers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Utils;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.KafkaException;
import org.springframework.transaction.support.TransactionTemplate;

/** Views in a database of their own, fed by hand. */
final class OwnViews {

    static final List<String> TABLES = List.of(
            "client_view",
            "client_event",
            "client_score",
            "monthly_score",
            "client_risk",
            "client_fact",
            "account_manager_view",
            "account_manager_event",
            "model_view",
            "model_version",
            "model_event",
            "model_document",
            "model_deployment",
            "model_swap",
            "model_sketch",
            "shadow_risk",
            "scored_offset",
            "given_up_offset",
            "dead_letter",
            "dead_letter_decision",
            "failed_record");

    private static final int PARTITIONS = 12;

    final JdbcTemplate jdbc;
    final List<Letter> posted = new ArrayList<>();
    final List<Projector.Progress> progress = new ArrayList<>();
    Consumer<Projector.Progress> counted = batch -> {};
    boolean refusePosts;
    private final DataSource source;
    private final Collection<? extends Track<?, ?>> tracks;
    private final Collection<? extends Ledger> ledgers;
    private final Collection<? extends Register<?>> registers;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    OwnViews(
            Collection<? extends Track<?, ?>> tracks,
            Collection<? extends Ledger> ledgers,
            Collection<? extends Register<?>> registers) {
        PGSimpleDataSource views = new PGSimpleDataSource();
        views.setUrl(Servers.postgres().jdbcUrl(Servers.freshDatabase()));
        views.setUser(Servers.postgres().user());
        views.setPassword(Servers.postgres().password());
        views.setCurrentSchema("views");
        Flyway.configure()
                .dataSource(views)
                .schemas("views")
                .locations("classpath:db/migration/views")
                .placeholders(Map.of("role", Servers.ROLE))
                .load()
                .migrate();
        this.source = views;
        this.jdbc = new JdbcTemplate(views);
        this.tracks = tracks;
        this.ledgers = ledgers;
        this.registers = registers;
    }

    private void post(List<Letter> letters) {
        if (refusePosts && !letters.isEmpty()) {
            throw new KafkaException("refused");
        }
        posted.addAll(letters);
    }

    Projector projector(boolean guarded) {
        Projector projector = new Projector(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                tracks,
                ledgers,
                registers,
                new Parking(Clock.systemUTC()),
                this::post,
                guarded,
                batch -> {
                    progress.add(batch);
                    counted.accept(batch);
                });
        projector.begin(Topics.ALL.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions(PARTITIONS))
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList());
        return projector;
    }

    /** As if these stood on the partitions of their keys. */
    List<ConsumerRecord<byte[], byte[]>> stored(List<ProducerRecord<byte[], byte[]>> records) {
        return records.stream().map(this::stored).toList();
    }

    private ConsumerRecord<byte[], byte[]> stored(ProducerRecord<byte[], byte[]> one) {
        boolean single = Topics.ALL.stream()
                .anyMatch(topic -> topic.name().equals(one.topic()) && topic.partitions(PARTITIONS) == 1);
        int partition = one.partition() != null
                ? one.partition()
                : single || one.key() == null ? 0 : Utils.toPositive(Utils.murmur2(one.key())) % PARTITIONS;
        long offset = ends.merge(new TopicPartition(one.topic(), partition), 1L, Long::sum) - 1;
        return new ConsumerRecord<>(
                one.topic(),
                partition,
                offset,
                one.timestamp() == null ? 1_772_366_400_000L : one.timestamp(),
                TimestampType.CREATE_TIME,
                one.key() == null ? -1 : one.key().length,
                one.value() == null ? -1 : one.value().length,
                one.key(),
                one.value(),
                one.headers(),
                Optional.empty());
    }

    /** Forgets how far it was, but no row. */
    void rewind() {
        jdbc.update("update projection_offset set next_offset = 0");
    }

    /** Every row of every table, in a word. */
    String rows() {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            all.append(table)
                    .append(' ')
                    .append(jdbc.queryForObject(
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                    + " from " + table + " t",
                            String.class))
                    .append('\n');
        }
        return all.toString();
    }

    long count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    List<String> reasons() {
        return posted.stream().map(Letter::reason).toList();
    }
}
