package io.vigie.query.projectshadowscores;

import io.vigie.contracts.Topics;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Wire;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Register;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The table {@code shadow_risk}. The later score of a client holds; another challenger begins with the numbers that the last
 * one had, so of one number the record that stands later on the topic does.
 */
@Component
final class ShadowScores implements Register<ShadowScores.Shadow> {

    private static final TableWrite<Shadow> TABLE = TableWrite.<Shadow>into("shadow_risk")
            .key("client_id", "text", of(ClientScore::clientId))
            .column("score_sequence", "int8", of(ClientScore::scoreSequence))
            .column("record_offset", "int8", Shadow::offset)
            .column("probability", "float8", of(ClientScore::probability))
            .column("band", "text", of(ClientScore::band))
            .column("model_name", "text", of(score -> score.model().name()))
            .column("model_version", "int4", of(score -> score.model().version()))
            .column("model_sha256", "text", of(score -> score.model().sha256()))
            .column("scored_at", "timestamptz", of(ClientScore::scoredAt))
            .orSetToLater("score_sequence", "record_offset");
    private static final Comparator<Shadow> ORDER =
            Comparator.<Shadow>comparingLong(row -> row.score().scoreSequence()).thenComparing(Shadow::offset);

    private final int partitions;

    ShadowScores(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    record Shadow(ClientScore score, long offset) {}

    private static <T extends @Nullable Object> Function<Shadow, T> of(Function<ClientScore, T> field) {
        return row -> field.apply(row.score());
    }

    @Override
    public String topic() {
        return Topics.CLIENT_SHADOW_SCORES.name();
    }

    @Override
    public Shadow read(Arrival arrival) throws Garbage {
        String subject = arrival.subject(partitions);
        try {
            ClientScore score = Wire.read(arrival.value(), ClientScore.class);
            if (!score.clientId().equals(subject)) {
                throw new Garbage("the key isn't the client");
            }
            if (score.scoreSequence() < 1) {
                throw new Garbage("its numbers don't begin at 1");
            }
            if (score.probability() != null && !(score.probability() >= 0 && score.probability() <= 1)) {
                throw new Garbage("its probability isn't one");
            }
            return new Shadow(score, arrival.firstOffset());
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
    }

    /** Of a client that left what the challenger said before stays, as its risk does. */
    @Override
    public void write(Writes writes, List<Shadow> understood) {
        Map<String, Shadow> latest = new TreeMap<>();
        understood.stream()
                .filter(row -> row.score().outcome() != Outcome.DEPARTED)
                .forEach(row -> latest.merge(row.score().clientId(), row, BinaryOperator.maxBy(ORDER)));
        TABLE.write(writes, latest.values());
    }
}
