package io.vigie.query.projection;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.platform.Writes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns records into rows, a batch in one transaction together with the offsets. Records that can't be handled are
 * posted as dead letters before that transaction commits. Safe for use by several threads with different partitions.
 */
public final class Projector {

    static final String CONSUMER = "query";

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, Track<?, ?>> tracks = new HashMap<>();
    private final Map<String, List<Ledger>> ledgers = new HashMap<>();
    private final Map<String, Register<?>> registers = new HashMap<>();
    private final Parking parking;
    private final Letters letters;
    private final boolean guarded;
    private final Consumer<Progress> listener;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /**
     * What a batch came to.
     *
     * @param arrivals what was in it
     * @param took from when it came until it was committed
     */
    public record Progress(Tally tally, List<Arrival> arrivals, Duration took) {}

    /** Writes with {@code jdbc} in {@code transaction}, and tells {@code listener} after each commit. */
    public Projector(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Collection<? extends Track<?, ?>> tracks,
            Collection<? extends Ledger> ledgers,
            Collection<? extends Register<?>> registers,
            Parking parking,
            Letters letters,
            boolean guarded,
            Consumer<Progress> listener) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.parking = parking;
        this.letters = letters;
        this.guarded = guarded;
        this.listener = listener;
        tracks.forEach(track -> this.tracks.put(track.topic(), track));
        registers.forEach(register -> this.registers.put(register.topic(), register));
        ledgers.forEach(ledger -> this.ledgers
                .computeIfAbsent(ledger.topic(), topic -> new ArrayList<>())
                .add(ledger));
    }

    /** Learns where these partitions go on, to seek there. */
    public Map<TopicPartition, OffsetAndMetadata> begin(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> stored = transaction.execute(status -> {
            Offsets.begin(jdbc, partitions);
            return Offsets.places(jdbc, partitions);
        });
        stored.forEach((partition, place) -> next.put(partition, place.offset()));
        return stored;
    }

    /**
     * Handles a batch. When it throws, nothing of the batch is in the database (or only records before the one that
     * failed), and {@link #begin} says where to go on.
     */
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Arrival> arrivals = records.stream()
                .filter(fresh ->
                        fresh.offset() >= next.getOrDefault(new TopicPartition(fresh.topic(), fresh.partition()), 0L))
                .map(Arrival::of)
                .toList();
        if (arrivals.isEmpty()) {
            return;
        }
        long came = System.nanoTime();
        try {
            commit(arrivals, List.of(), came);
        } catch (RuntimeException failure) {
            if (!isOfTheRecord(failure)) {
                throw failure;
            }
            arrivals.forEach(arrival -> handleAlone(arrival, came));
        }
    }

    private void handleAlone(Arrival arrival, long came) {
        try {
            commit(List.of(arrival), List.of(), came);
        } catch (RuntimeException failure) {
            if (!isOfTheRecord(failure)) {
                throw failure;
            }
            LOG.warn(
                    "{} can't be handled: {}",
                    arrival.origin(),
                    failure.getClass().getSimpleName());
            commit(List.of(), List.of(new Failed(arrival, reason(failure))), came);
        }
    }

    private record Failed(Arrival arrival, String reason) {}

    private void commit(List<Arrival> arrivals, List<Failed> failed, long came) {
        Tally tally = new Tally();
        Map<TopicPartition, OffsetAndMetadata> to = new HashMap<>();
        Map<TopicPartition, Long> records = new HashMap<>();
        Stream.concat(arrivals.stream(), failed.stream().map(Failed::arrival)).forEach(arrival -> {
            to.merge(arrival.partition(), behind(arrival), Projector::later);
            records.merge(arrival.partition(), 1L, Long::sum);
        });
        transaction.executeWithoutResult(status -> {
            // First, so that whoever holds the offsets holds us up before we have touched anything else.
            Offsets.advance(jdbc, next, to, records);
            Writes writes = new Writes();
            dispatch(arrivals, writes, tally);
            failed.forEach(one -> fail(one, writes, tally));
            writes.send(jdbc);
            letters.post(tally.letters);
        });
        to.forEach((partition, place) -> next.put(partition, place.offset()));
        tell(new Progress(tally, arrivals, Duration.ofNanos(System.nanoTime() - came)));
    }

    /** The batch is committed, whatever becomes of what is only counted. */
    private void tell(Progress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException uncounted) {
            LOG.warn(
                    "A batch that was committed can't be counted: {}",
                    uncounted.getClass().getSimpleName());
        }
    }

    private static OffsetAndMetadata behind(Arrival arrival) {
        return new OffsetAndMetadata(
                arrival.kafkaRecord().offset() + 1, arrival.kafkaRecord().leaderEpoch(), "");
    }

    private static OffsetAndMetadata later(OffsetAndMetadata one, OffsetAndMetadata other) {
        return one.offset() > other.offset() ? one : other;
    }

    private void dispatch(List<Arrival> arrivals, Writes writes, Tally tally) {
        // In the order of their names from behind: scores before clients, as a batch of scores alone locks what both
        // write.
        Map<Track<?, ?>, List<Arrival>> byTrack = new TreeMap<>(
                Comparator.<Track<?, ?>, String>comparing(Track::name).reversed());
        Map<Ledger, List<Arrival>> byLedger = new HashMap<>();
        Map<Register<?>, List<Arrival>> byRegister = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            String topic = arrival.kafkaRecord().topic();
            for (Ledger ledger : ledgers.getOrDefault(topic, List.of())) {
                byLedger.computeIfAbsent(ledger, key -> new ArrayList<>()).add(arrival);
            }
            Track<?, ?> track = belonging(arrival, tracks);
            Register<?> register = belonging(arrival, registers);
            if (track != null) {
                byTrack.computeIfAbsent(track, key -> new ArrayList<>()).add(arrival);
            } else if (register != null) {
                byRegister.computeIfAbsent(register, key -> new ArrayList<>()).add(arrival);
            } else if (isOurs(arrival)) {
                tally.giveUp(arrival, "it doesn't name the topic that it comes from");
            }
        }
        byLedger.forEach((ledger, some) -> ledger.write(writes, some));
        byTrack.forEach((track, some) -> handling(track, writes, tally).handle(some));
        byRegister.forEach((register, some) -> enter(register, some, writes, tally));
    }

    private static <T> @Nullable T belonging(Arrival arrival, Map<String, T> byTopic) {
        String topic = arrival.kafkaRecord().topic();
        if (!topic.equals(Topics.RETRIES.name())) {
            return byTopic.get(topic);
        }
        return isOurs(arrival) ? byTopic.get(arrival.firstTopic()) : null;
    }

    /** Nothing waits for a record that was evicted here. */
    private <P> void enter(Register<P> register, List<Arrival> arrivals, Writes writes, Tally tally) {
        List<P> understood = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival.intent() == Arrival.Intent.HANDLE) {
                try {
                    understood.add(register.read(arrival));
                    tally.applied++;
                } catch (Garbage garbage) {
                    tally.giveUp(arrival, garbage.reason());
                }
            }
        }
        register.write(writes, understood);
    }

    private static boolean isOurs(Arrival arrival) {
        return arrival.kafkaRecord().topic().equals(Topics.RETRIES.name())
                && CONSUMER.equals(arrival.headers().get(Headers.RETRY_CONSUMER));
    }

    private <P, S> Handling<P, S> handling(Track<P, S> track, Writes writes, Tally tally) {
        return new Handling<>(track, jdbc, writes, parking, guarded, tally);
    }

    private void fail(Failed failed, Writes writes, Tally tally) {
        tally.giveUp(failed.arrival(), failed.reason());
        Track<?, ?> track = belonging(failed.arrival(), tracks);
        if (track != null) {
            try {
                parking.failed(writes, track.name(), List.of(track.read(failed.arrival())));
            } catch (Garbage unreadable) {
                LOG.warn("{} is not readable: {}", failed.arrival().origin(), unreadable.getMessage());
            }
        }
    }

    /** False for what a second try may mend: the database, the broker, another consumer in the way. */
    private static boolean isOfTheRecord(RuntimeException failure) {
        if (failure instanceof DuplicateKeyException) {
            return false;
        }
        return failure instanceof DataIntegrityViolationException
                || exceedsLimit(failure)
                || failure.getClass().getName().startsWith("java.")
                || failure.getClass().getName().startsWith("tools.jackson.");
    }

    /** SQLSTATE class 54, "program limit exceeded", as by a value too long for an index. */
    private static boolean exceedsLimit(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith("54");
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException || exceedsLimit(failure)
                ? "the database can't hold it"
                : "handling it failed (" + failure.getClass().getSimpleName() + ")";
    }
}
