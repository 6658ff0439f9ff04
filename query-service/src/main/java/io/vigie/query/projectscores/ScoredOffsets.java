package io.vigie.query.projectscores;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.projection.Track.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to which offset scoring has answered the events of each partition: by scores, and by dead letters. */
final class ScoredOffsets {

    private ScoredOffsets() {}

    static void advance(JdbcTemplate jdbc, List<Step<ClientScore>> steps) {
        advance(
                jdbc,
                "scored_offset",
                steps.stream().map(step -> step.numbered().payload().source()).filter(Objects::nonNull));
    }

    static void giveUp(JdbcTemplate jdbc, Stream<SourcePosition> givenUp) {
        advance(jdbc, "given_up_offset", givenUp);
    }

    private static void advance(JdbcTemplate jdbc, String table, Stream<SourcePosition> answered) {
        Map<Integer, Long> next = answered.collect(
                Collectors.toMap(SourcePosition::partition, source -> source.offset() + 1, Math::max, TreeMap::new));
        if (!next.isEmpty()) {
            jdbc.update(
                    "insert into " + table + " as s (partition, next_offset)"
                            + " select * from unnest(?::int4[], ?::int8[]) on conflict (partition) do update"
                            + " set next_offset = greatest(s.next_offset, excluded.next_offset)",
                    next.keySet().toArray(Integer[]::new),
                    next.values().toArray(Long[]::new));
        }
    }
}
