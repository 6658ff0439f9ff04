package io.vigie.query.projectscores;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Track.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Up to which offset scoring has answered the events of each partition: by scores, and by dead letters. */
final class ScoredOffsets {

    private ScoredOffsets() {}

    static void advance(Writes writes, List<Step<ClientScore>> steps) {
        advance(
                writes,
                "scored_offset",
                steps.stream().map(step -> step.numbered().payload().source()).filter(Objects::nonNull));
    }

    static void giveUp(Writes writes, Stream<SourcePosition> givenUp) {
        advance(writes, "given_up_offset", givenUp);
    }

    private static void advance(Writes writes, String table, Stream<SourcePosition> answered) {
        Map<Integer, Long> next = answered.collect(
                Collectors.toMap(SourcePosition::partition, source -> source.offset() + 1, Math::max, TreeMap::new));
        if (!next.isEmpty()) {
            writes.add(
                    "insert into " + table + " as s (partition, next_offset)"
                            + " select * from unnest(?::int4[], ?::int8[]) on conflict (partition) do update"
                            + " set next_offset = greatest(s.next_offset, excluded.next_offset)",
                    next.keySet().toArray(Integer[]::new),
                    next.values().toArray(Long[]::new));
        }
    }
}
