package io.vigie.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What means nothing on the topics of models. */
@SuppressWarnings("NullAway.Init")
class ModelGarbageIT extends ModelTopics {

    @Test
    void givenGarbage_whenHandled_thenItIsGivenUpWithAReasonAndTheRestIsThere() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        ProducerRecord<byte[], byte[]> good = ModelLives.handedOut(ONE);
        ModelArtefact forged = new ModelArtefact(
                "m", 9, "0".repeat(64), ONE.document(), ONE.referencePoint(), ONE.trainingRanges(), null);
        ModelArtefact noText =
                new ModelArtefact("m", 9, ONE.sha256(), "§", ONE.referencePoint(), ONE.trainingRanges(), null);
        records.add(ModelLives.handedOut(forged));
        records.add(ModelLives.handedOut(noText));
        records.add(Publisher.valued(good, null));
        records.add(Publisher.valued(good, Publisher.utf8("{broken")));
        records.add(Publisher.keyed(Topics.MODELS, "m/7", ONE));
        records.add(Publisher.keyed(Topics.MODELS, "m/0", ONE));
        records.add(Publisher.keyed(Topics.MODELS, "Not a name", deployment(2)));
        records.add(Publisher.keyed(Topics.MODELS, "other", deployment(2)));
        records.add(Publisher.raw(Topics.MODELS.name(), null, good.value(), Map.of()));
        records.add(Publisher.keyed(Topics.MODEL_SWAPS, "m", deployment(2)));
        records.add(ModelLives.swap(deployment(2), 12, 0));
        records.add(ModelLives.swap(deployment(2), -1, 0));
        ProducerRecord<byte[], byte[]> sketch = ModelLives.sketch(ONE, LocalDate.parse("2026-03-02"), 3, 1, 8);
        records.add(Publisher.keyed(Topics.MODEL_SKETCHES, "m/1/2026-03-02/4", deployment(2)));
        records.add(Publisher.raw(Topics.MODEL_SKETCHES.name(), "m/1/2026-03-03/3", sketch.value(), Map.of()));
        records.add(ModelLives.sketch(ONE, LocalDate.parse("2026-03-02"), 12, 1, 8));
        records.add(ModelLives.sketch(ONE, LocalDate.MAX, 3, 1, 8));
        records.add(Publisher.valued(
                sketch, Publisher.utf8(new String(sketch.value(), UTF_8).replaceFirst("\"[0-9]+\":", "\"9999\":"))));
        records.add(Publisher.valued(
                sketch,
                Publisher.utf8(new String(sketch.value(), UTF_8)
                        .replaceFirst("\"outOfRange\":[0-9]+", "\"outOfRange\":9000000000000000000"))));
        records.add(Publisher.valued(
                sketch,
                Publisher.utf8(new String(sketch.value(), UTF_8)
                        .replaceFirst("\"updatedAt\":\"[^\"]*\"", "\"updatedAt\":\"+99999-01-01T00:00:00Z\""))));
        records.add(Publisher.shadow(shadow(TWO, "c", 0, 0.5)));
        records.add(Publisher.valued(Publisher.shadow(shadow(TWO, "c", 1, 0.5)), Publisher.utf8("[]")));
        records.add(Publisher.with(life().get(0), Headers.REVISION, "999"));
        records.add(Publisher.event(ModelLives.uploaded(ONE, "a\0b"), 1, Lives.NOON));
        int garbage = records.size();
        records.add(good);
        records.addAll(life());

        projector.handle(views.stored(records));

        assertThat(views.reasons()).hasSize(garbage).noneMatch(reason -> reason.contains("§"));
        assertThat(views.count("model_document")).isEqualTo(1);
        assertThat(views.count("model_deployment")
                        + views.count("model_swap")
                        + views.count("model_sketch")
                        + views.count("shadow_risk"))
                .isZero();
        assertThat(model()).containsEntry("version", 10L);
    }

    @Test
    void givenARecordThatCouldNotBeReadThen_whenItIsTriedAgain_thenItStandsAtItsFirstPlace() {
        ProducerRecord<byte[], byte[]> retried = Publisher.raw(
                Topics.RETRIES.name(),
                "m/1",
                ModelLives.handedOut(ONE).value(),
                Map.of(
                        Headers.RETRY_CONSUMER,
                        "query",
                        Headers.RETRY_ACTION,
                        "retry",
                        Headers.DEAD_LETTER_ID,
                        "7",
                        Headers.DEAD_LETTER_ORIGIN,
                        Topics.MODELS.name() + "/0/3"));

        projector.handle(views.stored(List.of(retried)));
        projector.handle(views.stored(List.of(Publisher.with(retried, Headers.RETRY_ACTION, "evict"))));

        assertThat(views.jdbc.queryForList("select record_offset from model_document", Long.class))
                .containsExactly(3L);
        assertThat(views.posted).isEmpty();
    }
}
