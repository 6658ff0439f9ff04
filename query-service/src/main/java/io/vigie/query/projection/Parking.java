package io.vigie.query.projection;

import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that came too early, and those whose failure made them so. */
public final class Parking {

    private final Clock clock;

    /** Stamps with {@code clock} when a record was parked. */
    public Parking(Clock clock) {
        this.clock = clock;
    }

    Map<String, List<Parked>> parked(JdbcTemplate jdbc, String track, Set<String> subjects) {
        return jdbc
                .query(
                        "select * from parked_record where track = ? and subject = any(?)",
                        Parked::read,
                        track,
                        subjects.toArray(String[]::new))
                .stream()
                .sorted(Comparator.comparingLong(Parked::number).thenComparing(Parked::position))
                .collect(Collectors.groupingBy(Parked::subject));
    }

    void park(Writes writes, Collection<Parked> records) {
        Instant now = clock.instant();
        TableWrite.<Parked>into("parked_record")
                .key("track", "text", Parked::track)
                .key("subject", "text", Parked::subject)
                .key("number", "int8", Parked::number)
                .key("id", "text", Parked::id)
                .column("topic", "text", parked -> parked.kafkaRecord().topic())
                .column("partition", "int4", parked -> parked.kafkaRecord().partition())
                .column("record_offset", "int8", parked -> parked.kafkaRecord().offset())
                .column("record_timestamp", "int8", parked -> parked.kafkaRecord()
                        .timestamp())
                .column("record_key", "bytea", parked -> parked.kafkaRecord().key())
                .column("record_value", "bytea", parked -> parked.kafkaRecord().value())
                .column(
                        "record_headers",
                        "text",
                        parked -> HeaderText.write(parked.kafkaRecord().headers()))
                .column("parked_at", "timestamptz", parked -> now)
                .column("reported", "bool", Parked::isEviction)
                .column("eviction", "bool", Parked::isEviction)
                .orKeep()
                .write(writes, records);
    }

    void leave(Writes writes, Collection<Parked> records) {
        if (!records.isEmpty()) {
            writes.add(
                    "delete from parked_record p"
                            + " using unnest(?::text[], ?::text[], ?::int8[], ?::text[]) as d(track, subject, number, id)"
                            + " where p.track = d.track and p.subject = d.subject and p.number = d.number and p.id = d.id",
                    records.stream().map(Parked::track).toArray(String[]::new),
                    records.stream().map(Parked::subject).toArray(String[]::new),
                    records.stream().map(Parked::number).toArray(Long[]::new),
                    records.stream().map(Parked::id).toArray(String[]::new));
        }
    }

    void failed(Writes writes, String track, Collection<? extends Numbered<?>> records) {
        TableWrite.<Numbered<?>>into("failed_record")
                .key("subject", "text", Numbered::subject)
                .key("number", "int8", Numbered::number)
                .column("track", "text", numbered -> track)
                .orKeep()
                .write(writes, List.copyOf(records));
    }

    void mended(Writes writes, String track, Collection<String> subjects, Collection<Long> numbers) {
        writes.add(
                "delete from failed_record f using unnest(?::text[], ?::int8[]) as d(subject, number)"
                        + " where f.track = ? and f.subject = d.subject and f.number = d.number",
                subjects.toArray(String[]::new),
                numbers.toArray(Long[]::new),
                track);
    }

    /** Parked since before {@code before}, for no reason that is known, and not yet told to anybody. */
    List<Parked> unexplained(JdbcTemplate jdbc, Instant before) {
        return jdbc.query(
                "select * from parked_record p where not p.reported and p.parked_at < ?::timestamptz"
                        + " and not exists (select 1 from failed_record f where f.track = p.track"
                        + " and f.subject = p.subject and f.number < p.number)"
                        + " order by p.topic, p.partition, p.record_offset limit 100 for update skip locked",
                Parked::read,
                before.toString());
    }

    void reported(JdbcTemplate jdbc, Collection<Parked> records) {
        for (Parked parked : records) {
            jdbc.update(
                    "update parked_record set reported = true"
                            + " where track = ? and subject = ? and number = ? and id = ?",
                    parked.track(),
                    parked.subject(),
                    parked.number(),
                    parked.id());
        }
    }

    /** How many records wait for one that is missing. */
    public long count(JdbcTemplate jdbc) {
        Long count = jdbc.queryForObject("select count(*) from parked_record where not eviction", Long.class);
        return count == null ? 0 : count;
    }
}
