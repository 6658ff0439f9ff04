package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ChurnFeatures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each version was given and what it answered, by UTC day, in the step of the score, so that the counts are in its
 * transaction. Each client counts once for a version and a day: its state says for which it did. What changed is told from time
 * to time; what is older than yesterday is told once more and forgotten, so that the store stays as small as two days.
 */
final class ModelSketches {

    private final KeyValueStore<String, byte[]> counts;
    private final SketchRecords records;
    private final ScoreOutput output;
    private final Clock clock;
    private final Map<SketchKey, DayCounts> known = new TreeMap<>();

    /** To be told; at first all, as nobody knows whether what an earlier process counted was told. */
    private final Set<SketchKey> changed = new LinkedHashSet<>();

    /** Earlier builds had a number for each bin. */
    private final List<KeyValue<String, byte[]>> bins = new ArrayList<>();

    ModelSketches(KeyValueStore<String, byte[]> counts, int partition, ScoreOutput output, Clock clock) {
        this.counts = counts;
        this.records = new SketchRecords(partition);
        this.output = output;
        this.clock = clock;
        try (KeyValueIterator<String, byte[]> all = counts.all()) {
            all.forEachRemaining(entry -> {
                changed.add(SketchKey.of(entry.key));
                if (SketchKey.isOfBin(entry.key)) {
                    bins.add(entry);
                }
            });
        }
        changed.forEach(this::day);
    }

    /** Not before there is a record: a store with a cache can't be written to while it begins. */
    private void bringTogether() {
        bins.forEach(bin -> day(SketchKey.of(bin.key)).bringOver(bin.key, bin.value));
        bins.clear();
    }

    /**
     * Counts an answer, unless the client counts for that version on that day already.
     *
     * @param given the features, asked for only when it counts; empty when there are none
     * @param probability null when there is none
     * @param at when the champion's answer to the same was given
     * @param counted the versions that have counted the client on that day
     * @return the versions that have now: the same array when nothing was counted
     */
    int[] count(Scorer scorer, Supplier<double[]> given, @Nullable Double probability, Instant at, int[] counted) {
        for (int version : counted) {
            if (version == scorer.version()) {
                return counted;
            }
        }
        addRecord(new SketchKey(scorer.version(), day(at)), scorer, given.get(), probability);
        int[] now = Arrays.copyOf(counted, counted.length + 1);
        now[counted.length] = scorer.version();
        return now;
    }

    private DayCounts day(SketchKey key) {
        return known.computeIfAbsent(key, fresh -> new DayCounts(fresh, counts));
    }

    private void addRecord(SketchKey key, Scorer scorer, double[] values, @Nullable Double probability) {
        bringTogether();
        day(key).count(day -> {
            for (String input : scorer.inputs()) {
                int place = ChurnFeatures.NAMES.indexOf(input);
                double value = place >= 0 && place < values.length ? values[place] : Double.NaN;
                scorer.placesOf(input, value).forEach(bin -> day.add(input, bin));
            }
            day.add(SketchKey.SCORE, SketchKey.place(probability == null ? Double.NaN : probability));
        });
        changed.add(key);
    }

    /** Tells what changed; the models must not be needed for it. */
    void tell() {
        bringTogether();
        LocalDate yesterday = day(clock.instant()).minusDays(1);
        known.keySet().stream().filter(key -> key.day().isBefore(yesterday)).forEach(changed::add);
        for (SketchKey key : changed) {
            DayCounts counted = Objects.requireNonNull(known.get(key));
            output.sketch(records.of(key, counted.all(), clock.instant()));
            if (key.day().isBefore(yesterday)) {
                counted.forget();
                known.remove(key);
            }
        }
        changed.clear();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
