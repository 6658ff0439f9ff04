package io.vigie.query.projectscores;

import io.vigie.contracts.score.ClientScore;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Wire;
import io.vigie.query.projection.Track.Applied;
import io.vigie.query.projection.Track.Step;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code client_score}: every field of every record. */
final class ScoreHistory {

    static final TableWrite<Step<ClientScore>> TABLE = TableWrite.<Step<ClientScore>>into("client_score")
            .key("client_id", "text", of(ClientScore::clientId))
            .key("score_sequence", "int8", of(ClientScore::scoreSequence))
            .column("score_id", "text", of(ClientScore::scoreId))
            .column("client_version", "int8", of(ClientScore::clientVersion))
            .column("event_id", "text", of(ClientScore::eventId))
            .column("outcome", "text", of(ClientScore::outcome))
            .column("trigger", "text", of(ClientScore::trigger))
            .column("probability", "float8", of(ClientScore::probability))
            .column("base_value", "float8", of(ClientScore::baseValue))
            .column("band", "text", of(ClientScore::band))
            .column("reasons", "text", of(score -> Wire.text(score.reasons())))
            .column("other", "float8", of(ClientScore::other))
            .column("features", "text", of(score -> Wire.text(new TreeMap<>(score.features()))))
            .column("out_of_range", "text", of(score -> Wire.text(score.outOfRange())))
            .column("problem", "text", of(ClientScore::problem))
            .column("model_name", "text", of(score -> score.model().name()))
            .column("model_version", "int4", of(score -> score.model().version()))
            .column("model_sha256", "text", of(score -> score.model().sha256()))
            .column("engine", "text", of(score -> score.model().engine()))
            .column("scored_at", "timestamptz", of(ClientScore::scoredAt))
            .column(
                    "source_partition",
                    "int4",
                    of(score -> score.source() == null ? null : score.source().partition()))
            .column(
                    "source_offset",
                    "int8",
                    of(score -> score.source() == null ? null : score.source().offset()))
            .column("handled", "bool", Step::handled);

    private ScoreHistory() {}

    private static <T extends @Nullable Object> Function<Step<ClientScore>, T> of(Function<ClientScore, T> field) {
        return step -> field.apply(step.numbered().payload());
    }

    static List<Applied> applied(JdbcTemplate jdbc, Collection<String> subjects, Collection<Long> numbers) {
        return jdbc.query(
                "select s.client_id, s.score_sequence, s.score_id from unnest(?::text[], ?::int8[]) as p(id, number)"
                        + " join client_score s on s.client_id = p.id and s.score_sequence = p.number",
                (row, index) -> new Applied(row.getString(1), row.getLong(2), row.getString(3)),
                subjects.toArray(String[]::new),
                numbers.toArray(Long[]::new));
    }
}
