package io.vigie.query.clientcard;

import io.vigie.contracts.score.Band;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many clients have another band by another score: from which one to which. Counts from zero; not for several threads. */
public final class BandMoves {

    private final Map<String, Map<String, Long>> moves = new LinkedHashMap<>();
    private long all;

    /** Of nobody yet. */
    public BandMoves() {
        for (Band from : Band.values()) {
            Map<String, Long> to = new LinkedHashMap<>();
            for (Band other : Band.values()) {
                if (other != from) {
                    to.put(other.toString(), 0L);
                }
            }
            moves.put(from.toString(), to);
        }
    }

    /** Counts clients; nothing happens when both bands are one, or one isn't known. */
    public void count(@Nullable String from, @Nullable String to, long clients) {
        Map<String, Long> row = from == null ? null : moves.get(from);
        if (row != null && to != null && row.computeIfPresent(to, (band, before) -> before + clients) != null) {
            all += clients;
        }
    }

    /** How many moved. */
    public long all() {
        return all;
    }

    /** By the band they leave, by the band they get. */
    public Map<String, Map<String, Long>> byBand() {
        return Collections.unmodifiableMap(moves);
    }
}
