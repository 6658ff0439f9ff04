package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ChurnFeatures;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each version was given and what it answered, by UTC day, in the step of the score, so that the counts are in its
 * transaction. Each client counts once a day. What changed is told from time to time; what is older than yesterday is told
 * once more and forgotten, so that the store stays as small as two days.
 */
final class ModelSketches {

    private static final StringSerializer TEXT = new StringSerializer();

    private final KeyValueStore<String, byte[]> counts;
    private final SketchRecords records;
    private final ScoreOutput output;
    private final Clock clock;
    private final Set<SketchKey> known = new TreeSet<>();
    private final Set<SketchKey> changed = new LinkedHashSet<>();

    ModelSketches(KeyValueStore<String, byte[]> counts, int partition, ScoreOutput output, Clock clock) {
        this.counts = counts;
        this.records = new SketchRecords(partition);
        this.output = output;
        this.clock = clock;
        try (KeyValueIterator<String, byte[]> all = counts.all()) {
            all.forEachRemaining(entry -> known.add(SketchKey.of(entry.key)));
        }
        // Whether what an earlier process counted was told is known to nobody.
        changed.addAll(known);
    }

    /**
     * The champion's answer counts when it is the client's first of the day, or the first by this version. A version that
     * counted under an earlier deployment of the day has counted these clients already.
     *
     * @param state before the score
     */
    void champion(Scorers scorers, ClientState state, Cause cause, @Nullable Double probability) {
        Scorer champion = scorers.champion();
        LastScore last = state.last();
        SketchKey key = today(champion);
        if (firstToday(last) || (last.model() != champion.digest() && isOf(key, scorers.revision()))) {
            count(key, scorers, champion, values(state, cause), probability);
        }
    }

    /** The challenger's answer to the same. */
    void challenger(Scorers scorers, ClientState state, Cause cause, @Nullable Double probability) {
        if (firstToday(state.last())) {
            Scorer challenger = Objects.requireNonNull(scorers.challenger());
            count(today(challenger), scorers, challenger, values(state, cause), probability);
        }
    }

    /** A new challenger's answer to the client's last score; it counts when that one is of today. */
    void answerToLast(Scorers scorers, ClientState state, @Nullable Double probability) {
        Scorer challenger = Objects.requireNonNull(scorers.challenger());
        SketchKey key = today(challenger);
        if (!firstToday(state.last()) && isOf(key, scorers.revision())) {
            count(key, scorers, challenger, state.last().features(), probability);
        }
    }

    private static double[] values(ClientState state, Cause cause) {
        return state.facts() == null ? new double[0] : ChurnFeatures.at(state.facts(), cause.at());
    }

    private boolean firstToday(LastScore last) {
        return last.sequence() == 0
                || LocalDate.ofEpochDay(Math.floorDiv(last.at(), 86_400_000L)).isBefore(today());
    }

    /** Whether the version's first count of the day was under this revision of the deployment, or is still to come. */
    private boolean isOf(SketchKey key, long revision) {
        long first = number(key.revision());
        return first == 0 || first == revision;
    }

    private void count(SketchKey key, Scorers scorers, Scorer scorer, double[] values, @Nullable Double probability) {
        if (number(key.revision()) == 0) {
            counts.put(key.revision(), bytes(scorers.revision()));
        }
        List<String> inputs = scorer.inputs();
        for (String input : inputs) {
            int place = ChurnFeatures.NAMES.indexOf(input);
            double value = place >= 0 && place < values.length ? values[place] : Double.NaN;
            scorer.placesOf(input, value).forEach(bin -> add(key.bin(input, bin)));
        }
        add(key.bin(SketchKey.SCORE, SketchKey.place(probability == null ? Double.NaN : probability)));
        known.add(key);
        changed.add(key);
    }

    private void add(String place) {
        counts.put(place, bytes(number(place) + 1));
    }

    /** Tells what changed; the models must not be needed for it. */
    void tell() {
        LocalDate yesterday = today().minusDays(1);
        known.stream().filter(key -> key.day().isBefore(yesterday)).forEach(changed::add);
        for (SketchKey key : changed) {
            List<KeyValue<String, byte[]>> entries = entries(key);
            output.sketch(records.of(key, entries, clock.instant()));
            if (key.day().isBefore(yesterday)) {
                entries.forEach(entry -> counts.delete(entry.key));
                known.remove(key);
            }
        }
        changed.clear();
    }

    private List<KeyValue<String, byte[]>> entries(SketchKey key) {
        List<KeyValue<String, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> some = counts.prefixScan(key.prefix(), TEXT)) {
            some.forEachRemaining(entries::add);
        }
        return entries;
    }

    private SketchKey today(Scorer scorer) {
        return new SketchKey(scorer.version(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private long number(String place) {
        byte[] bytes = counts.get(place);
        return bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
