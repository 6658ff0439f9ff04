package io.vigie.query.projection;

import io.vigie.query.platform.Writes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One kind of records that count without a hole per subject, and the rows they become.
 *
 * @param <P> what a record says
 * @param <S> what is known of a subject
 */
public interface Track<P, S> {

    /** Frozen: stands in {@code parked_record}. */
    String name();

    /** The topic it reads. */
    String topic();

    /** Understands a record, or says why not. */
    Numbered<P> read(Arrival arrival) throws Garbage;

    /** Counts a record that {@link #read} refuses, as far as its place can be told. */
    Numbered<P> place(Arrival arrival) throws Garbage;

    /** What is known of these subjects; those unknown are absent. */
    Map<String, S> load(JdbcTemplate jdbc, Set<String> subjects);

    /** Number of the last record that {@code state} contains. */
    long number(S state);

    /** Ids of the records that were applied under these numbers; all of these subjects' when in doubt. */
    List<Applied> applied(JdbcTemplate jdbc, Collection<String> subjects, Collection<Long> numbers);

    /** The state after the next record. */
    S fold(@Nullable S state, Numbered<P> next);

    /** The state after a record that counts, but has no effect. */
    S skip(@Nullable S state, Numbered<P> evicted);

    /** Has the changed states and what was applied written. */
    void write(Writes writes, Collection<S> changed, List<Step<P>> steps);

    /** A row of the history. */
    record Applied(String subject, long number, String id) {}

    /**
     * A record that was counted.
     *
     * @param handled false when it was evicted
     */
    record Step<P>(Numbered<P> numbered, Arrival arrival, boolean handled) {}
}
