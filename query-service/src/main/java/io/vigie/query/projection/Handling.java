package io.vigie.query.projection;

import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Track.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One track's share of a batch: what is next is folded, what is early is parked, repeats are counted and the rest is
 * given up. Lives as long as the transaction.
 */
final class Handling<P, S> {

    private final Track<P, S> track;
    private final JdbcTemplate jdbc;
    private final Writes writes;
    private final Parking parking;
    private final boolean guarded;
    private final Tally tally;

    private final Map<String, S> states = new HashMap<>();
    private final Map<String, S> changed = new LinkedHashMap<>();
    private final List<Step<P>> steps = new ArrayList<>();
    private final Map<Position, String> known = new HashMap<>();
    private final Map<String, List<Parked>> waiting = new HashMap<>();
    private final List<Parked> early = new ArrayList<>();
    private final List<Parked> done = new ArrayList<>();

    Handling(Track<P, S> track, JdbcTemplate jdbc, Writes writes, Parking parking, boolean guarded, Tally tally) {
        this.track = track;
        this.jdbc = jdbc;
        this.writes = writes;
        this.parking = parking;
        this.guarded = guarded;
        this.tally = tally;
    }

    void handle(List<Arrival> arrivals) {
        Map<Arrival, Numbered<P>> understood = new LinkedHashMap<>();
        List<Numbered<P>> unreadable = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            try {
                understood.put(arrival, understand(arrival));
            } catch (Garbage garbage) {
                if (arrival.intent() == Arrival.Intent.HANDLE) {
                    tally.giveUp(arrival, garbage.reason());
                    place(arrival).ifPresent(unreadable::add);
                }
            }
        }
        if (understood.isEmpty() && unreadable.isEmpty()) {
            return;
        }
        Set<String> subjects = Stream.concat(understood.values().stream(), unreadable.stream())
                .map(Numbered::subject)
                .collect(Collectors.toSet());
        states.putAll(track.load(jdbc, subjects));
        waiting.putAll(parking.parked(jdbc, track.name(), subjects));
        recall(understood.values().stream()
                .filter(numbered -> numbered.number() <= number(numbered.subject()))
                .toList());
        understood.forEach(this::take);
        track.write(writes, changed.values(), steps);
        parking.leave(writes, done);
        parking.park(writes, early);
        if (!steps.isEmpty()) {
            parking.mended(
                    writes,
                    track.name(),
                    steps.stream().map(step -> step.numbered().subject()).toList(),
                    steps.stream().map(step -> step.numbered().number()).toList());
        }
        parking.failed(
                writes,
                track.name(),
                unreadable.stream()
                        .filter(one -> one.number() > number(one.subject()))
                        .toList());
    }

    private Optional<Numbered<P>> place(Arrival arrival) {
        try {
            return Optional.of(track.place(arrival));
        } catch (Garbage nowhere) {
            return Optional.empty();
        }
    }

    private Numbered<P> understand(Arrival arrival) throws Garbage {
        try {
            return track.read(arrival);
        } catch (Garbage garbage) {
            if (arrival.intent() == Arrival.Intent.EVICT) {
                return track.place(arrival);
            }
            throw garbage;
        }
    }

    /**
     * An eviction waits too until a later record is there that needs it: only then is it sure that the evicted one was
     * the subject's, and not somebody's who took a number that the real record brings yet.
     */
    private void take(Arrival arrival, Numbered<P> numbered) {
        long next = number(numbered.subject()) + 1;
        if (!guarded || numbered.number() == next && arrival.intent() == Arrival.Intent.HANDLE) {
            step(arrival, numbered);
        } else if (numbered.number() < next) {
            repeat(arrival, numbered);
            return;
        } else {
            park(arrival, numbered);
        }
        drain(numbered.subject());
    }

    private void park(Arrival arrival, Numbered<P> numbered) {
        if (arrival.isDecision()) {
            forget(numbered);
        }
        Parked parked = Parked.of(track.name(), numbered, arrival);
        early.add(parked);
        waiting.computeIfAbsent(numbered.subject(), subject -> new ArrayList<>())
                .add(parked);
        tally.parked++;
    }

    private void step(Arrival arrival, Numbered<P> numbered) {
        boolean handled = arrival.intent() == Arrival.Intent.HANDLE;
        S before = states.get(numbered.subject());
        S after = handled ? track.fold(before, numbered) : track.skip(before, numbered);
        states.put(numbered.subject(), after);
        changed.put(numbered.subject(), after);
        if (known.put(Position.of(numbered), numbered.id()) == null) {
            steps.add(new Step<>(numbered, arrival, handled));
        }
        tally.applied++;
    }

    private void repeat(Arrival arrival, Numbered<P> numbered) {
        if (numbered.id().equals(known.get(Position.of(numbered)))) {
            tally.duplicates++;
        } else if (arrival.intent() == Arrival.Intent.HANDLE) {
            tally.giveUp(arrival, "another record has had its number " + numbered.number());
        }
    }

    /** What was decided last takes the place of what waits. */
    private void forget(Numbered<P> decided) {
        waiting.getOrDefault(decided.subject(), List.of()).stream()
                .filter(one -> one.number() == decided.number() && one.id().equals(decided.id()))
                .forEach(this::leave);
    }

    private void drain(String subject) {
        for (Parked parked = first(subject); parked != null; parked = first(subject)) {
            leave(parked);
            try {
                settle(parked.arrival(), understand(parked.arrival()));
            } catch (Garbage garbage) {
                tally.giveUp(parked.arrival(), garbage.reason());
            }
        }
    }

    private void settle(Arrival arrival, Numbered<P> numbered) {
        if (numbered.number() > number(numbered.subject())) {
            step(arrival, numbered);
        } else {
            repeat(arrival, numbered);
        }
    }

    private @Nullable Parked first(String subject) {
        long next = number(subject) + 1;
        List<Parked> parked = waiting.getOrDefault(subject, List.of());
        boolean needed = parked.stream().anyMatch(one -> one.number() > next && !one.isEviction());
        return parked.stream()
                .filter(one -> one.number() < next || one.number() == next && (needed || !one.isEviction()))
                .min(Comparator.comparing(Parked::isEviction))
                .orElse(null);
    }

    private void leave(Parked parked) {
        List<Parked> rest = new ArrayList<>(waiting.getOrDefault(parked.subject(), List.of()));
        rest.remove(parked);
        waiting.put(parked.subject(), rest);
        if (!early.remove(parked)) {
            done.add(parked);
        }
    }

    private void recall(List<Numbered<P>> repeats) {
        if (!repeats.isEmpty()) {
            track.applied(
                            jdbc,
                            repeats.stream().map(Numbered::subject).toList(),
                            repeats.stream().map(Numbered::number).toList())
                    .forEach(row -> known.put(new Position(row.subject(), row.number()), row.id()));
        }
    }

    private long number(String subject) {
        S state = states.get(subject);
        return state == null ? 0 : track.number(state);
    }

    private record Position(String subject, long number) {

        static Position of(Numbered<?> numbered) {
            return new Position(numbered.subject(), numbered.number());
        }
    }
}
