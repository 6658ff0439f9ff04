package io.vigie.query.projectscores;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.projection.Track.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to which offset the events of each partition have their scores. */
final class ScoredOffsets {

    private ScoredOffsets() {}

    static void advance(JdbcTemplate jdbc, List<Step<ClientScore>> steps) {
        Map<Integer, Long> next = steps.stream()
                .map(step -> step.numbered().payload().source())
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        SourcePosition::partition, source -> source.offset() + 1, Math::max, TreeMap::new));
        if (!next.isEmpty()) {
            jdbc.update(
                    "insert into scored_offset as s (partition, next_offset)"
                            + " select * from unnest(?::int4[], ?::int8[]) on conflict (partition) do update"
                            + " set next_offset = greatest(s.next_offset, excluded.next_offset)",
                    next.keySet().toArray(Integer[]::new),
                    next.values().toArray(Long[]::new));
        }
    }
}
