package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.platform.Writes;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Models, their documents, deployments, swaps and shadow scores become rows. */
@SuppressWarnings("NullAway.Init")
class ModelViewsIT extends ModelTopics {

    private static List<ProducerRecord<byte[], byte[]>> others() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (ModelArtefact artefact : List.of(ONE, TWO, THREE, ONE, TWO)) {
            records.add(ModelLives.handedOut(artefact));
        }
        for (long revision : new long[] {2, 5, 8, 8}) {
            records.add(ModelLives.handedOut(deployment(revision)));
            for (int partition = 0; partition < 3; partition++) {
                records.add(ModelLives.swap(deployment(revision), partition, 10 * revision + partition));
            }
        }
        for (int client = 0; client < 5; client++) {
            String id = "c-" + client;
            for (int number = 1; number <= 3; number++) {
                records.add(Publisher.shadow(shadow(TWO, id, number, 0.1 * number)));
            }
            records.add(Publisher.shadow(shadow(THREE, id, 3, 0.7)));
            records.add(Publisher.shadow(Lives.without(shadow(THREE, id, 4, 0), Outcome.DEPARTED)));
        }
        return records;
    }

    @Test
    void givenALife_whenProjectedStepByStep_thenAliasesAreThoseOfEachMoment() {
        List<String> aliases = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> event : life()) {
            projector.handle(views.stored(List.of(event)));
            Map<String, Object> row = model();
            aliases.add(row.get("champion") + " " + row.get("challenger") + " " + row.get("decided"));
        }

        assertThat(aliases)
                .containsExactly(
                        "null null 0",
                        "1 null 2",
                        "1 null 2",
                        "1 2 4",
                        "2 null 5",
                        "2 null 5",
                        "2 3 7",
                        "1 3 8",
                        "1 3 8",
                        "1 null 10");
        assertThat(views.jdbc.queryForList(
                        "select version || ' ' || retired from model_version order by 1", String.class))
                .containsExactly("1 false", "2 true", "3 false");
        assertThat(views.posted).isEmpty();
    }

    @Test
    void givenEventsRepeatedAndMixed_whenHandled_thenRowsAreThoseOfTheOrder() {
        projector.handle(views.stored(life()));
        String expected = views.rows();

        for (int seed = 1; seed <= 4; seed++) {
            OwnViews other = new OwnViews(tracks, ledgers, registers);
            List<ProducerRecord<byte[], byte[]>> mixed = new ArrayList<>(life());
            mixed.addAll(life().subList(0, 5));
            Collections.shuffle(mixed, new Random(seed));
            Projector target = other.projector(true);
            other.stored(mixed).forEach(one -> target.handle(List.of(one)));
            assertThat(other.rows()).as("seed %d", seed).isEqualTo(expected);
            assertThat(other.posted).isEmpty();
        }
    }

    @Test
    void givenTheOtherTopics_whenRepeatedMixedAndCompacted_thenTheSameRows() {
        List<ConsumerRecord<byte[], byte[]>> inOrder = views.stored(others());
        projector.handle(inOrder);
        String expected = views.rows();
        assertThat(views.jdbc.queryForList(
                        "select distinct model_version || ' ' || score_sequence || ' ' || probability from shadow_risk",
                        String.class))
                .containsExactly("3 3 0.7");
        assertThat(views.jdbc.queryForList("select revision from model_deployment", Long.class))
                .containsExactly(8L);
        assertThat(views.jdbc.queryForList("select event_offset from model_swap order by partition", Long.class))
                .containsExactly(80L, 81L, 82L);

        for (int seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            List<ConsumerRecord<byte[], byte[]>> mixed = new ArrayList<>(inOrder);
            mixed.addAll(inOrder.subList(3, 20));
            Collections.shuffle(mixed, random);
            OwnViews other = new OwnViews(tracks, ledgers, registers);
            for (int from = 0; from < mixed.size(); ) {
                int to = Math.min(mixed.size(), from + 1 + random.nextInt(9));
                for (Register<?> register : registers) {
                    write(register, other, mixed.subList(from, to));
                }
                from = to;
            }
            assertThat(other.rows()).as("seed %d", seed).isEqualTo(expected);
        }
        OwnViews compacted = new OwnViews(tracks, ledgers, registers);
        compacted.projector(true).handle(compacted(inOrder));
        assertThat(compacted.rows()).isEqualTo(expected);
    }

    private static <P> void write(Register<P> register, OwnViews target, List<ConsumerRecord<byte[], byte[]>> records) {
        List<P> understood = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> one : records) {
            if (one.topic().equals(register.topic())) {
                try {
                    understood.add(register.read(Arrival.of(one)));
                } catch (Garbage impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        Writes writes = new Writes();
        register.write(writes, understood);
        writes.send(target.jdbc);
    }

    /** Of the compacted topic only the last record of each key is left, at its offset. */
    private static List<ConsumerRecord<byte[], byte[]>> compacted(List<ConsumerRecord<byte[], byte[]>> all) {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> one : all) {
            boolean compacts = one.topic().equals(Topics.MODELS.name());
            String key = compacts ? Arrays.toString(one.key()) : one.topic() + one.partition() + "/" + one.offset();
            last.remove(key);
            last.put(key, one);
        }
        assertThat(last.size()).isLessThan(all.size() - 4);
        return List.copyOf(last.values());
    }
}
