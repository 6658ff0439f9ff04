package io.vigie.query.rebuild;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.projection.Ledger;
import io.vigie.query.projection.Offsets;
import io.vigie.query.projection.Parking;
import io.vigie.query.projection.Projector;
import io.vigie.query.projection.Register;
import io.vigie.query.projection.Track;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables in the schema beside the live one, with a projector of their own that posts no dead letters. */
final class NextViews implements AutoCloseable {

    static final String SCHEMA = "views_next";

    /** Their rows go, with the room that they took; nobody but their owner may do that, in this way only. */
    static final String EMPTY = "select views.empty_next()";

    private final HikariDataSource source;
    private final JdbcTemplate jdbc;
    private final Projector projector;
    private final AtomicLong processed = new AtomicLong();

    NextViews(HikariDataSource live, Tracks tracks, Clock clock) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(live.getJdbcUrl());
        settings.setUsername(live.getUsername());
        settings.setPassword(live.getPassword());
        settings.setPoolName(SCHEMA);
        settings.setMaximumPoolSize(2);
        settings.addDataSourceProperty("currentSchema", SCHEMA);
        settings.addDataSourceProperty("ApplicationName", "query-service-rebuild");
        settings.addDataSourceProperty("options", live.getDataSourceProperties().get("options"));
        source = new HikariDataSource(settings);
        jdbc = new JdbcTemplate(source);
        try {
            empty();
        } catch (RuntimeException | Error failure) {
            source.close();
            throw failure;
        }
        projector = new Projector(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                tracks.tracks(),
                tracks.ledgers(),
                tracks.registers(),
                new Parking(clock),
                letters -> {},
                true,
                progress -> {});
    }

    /** What projects. */
    record Tracks(List<Track<?, ?>> tracks, List<Ledger> ledgers, List<Register<?>> registers) {}

    void begin(Set<TopicPartition> partitions) {
        projector.begin(partitions);
    }

    void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        if (!records.isEmpty()) {
            projector.handle(records);
            processed.addAndGet(records.size());
        }
    }

    long processed() {
        return processed.get();
    }

    Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions) {
        return Offsets.load(jdbc, partitions);
    }

    void empty() {
        jdbc.execute(EMPTY);
    }

    @Override
    public void close() {
        source.close();
    }
}
