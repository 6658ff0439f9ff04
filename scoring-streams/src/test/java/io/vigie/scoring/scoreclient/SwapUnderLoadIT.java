package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import io.vigie.embedded.KafkaBroker;
import io.vigie.scoring.models.PublishedModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Models that change all the time while events come and the process is killed, right when it swaps. */
class SwapUnderLoadIT {

    private static final int CLIENTS = 90;
    private static final int VERSIONS = 4;
    private static final int DEPLOYMENTS_BETWEEN_KILLS = 3;

    /** Milliseconds from the first partition's swap to the kill: in its transaction, or after that. */
    private static final int[] KILLS = {0, 60, 300};

    @TempDir
    Path folder;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicInteger events = new AtomicInteger();
    private KafkaBroker broker;
    private Wire wire;
    private PublishedModels models;
    private long revision;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.temporary();
        wire = new Wire(broker.bootstrapServers());
        wire.createTopics(Wire.PARTITIONS);
        models = new PublishedModels(broker.bootstrapServers());
        for (int version = 1; version <= VERSIONS; version++) {
            models.upload(version);
        }
    }

    @AfterEach
    void stop() {
        models.close();
        broker.close();
    }

    @Test
    void givenLoadAndKills_whenModelsAreSwapped_thenNoScoreIsLostOrGivenTwiceAndEachIsByTheModelOfItsPlace()
            throws Exception {
        underLoad();
    }

    @Test
    void givenAnotherInstance_whenModelsAreSwappedAndOneIsKilled_thenTheSameHoldsWhileTheyTakeOverFromEachOther()
            throws Exception {
        deployNext();
        try (ScoringProcess other = scoring("other").awaitUp()) {
            underLoad();
            assertThat(other.log()).contains("is scored with revision " + revision + " ");
        }
    }

    private void underLoad() throws Exception {
        deployNext();
        ScoringProcess scoring = scoring("one").awaitUp();
        Thread load = new Thread(this::load, "load");
        load.start();
        try {
            for (int delay : KILLS) {
                for (int deployment = 0; deployment < DEPLOYMENTS_BETWEEN_KILLS; deployment++) {
                    Thread.sleep(700);
                    deployNext();
                }
                scoring.awaitLog("is scored with revision " + revision + " ");
                Thread.sleep(delay);
                scoring.kill();
                scoring = scoring("one").awaitUp();
            }
            deployNext();
            enough.set(true);
            load.join();
            check(wire.scores(score -> score.trigger() == Trigger.EVENT, events.get()));
        } finally {
            enough.set(true);
            scoring.close();
        }
    }

    private ScoringProcess scoring(String instance) throws Exception {
        return ScoringProcess.start(
                broker.bootstrapServers(),
                Files.createDirectories(folder.resolve(instance)),
                "--vigie.topics.partitions=" + Wire.PARTITIONS,
                // Long transactions, so that a kill is likely to be in the one of a swap.
                "--vigie.scoring.commit-interval=200ms",
                "--vigie.scoring.sketches.every=500ms");
    }

    /** Every revision has another champion than the one before, every other one a challenger. */
    private void deployNext() throws Exception {
        revision++;
        models.deploy(revision, champion(revision), challenger(revision));
    }

    private static int champion(long revision) {
        return 1 + (int) (revision % VERSIONS);
    }

    private static @Nullable Integer challenger(long revision) {
        return revision % 2 == 0 ? champion(revision + 1) : null;
    }

    private void load() {
        try (KafkaProducer<byte[], byte[]> producer = wire.producer(Map.of("linger.ms", 5))) {
            for (int version = 1; !enough.get(); version++) {
                for (int client = 0; client < CLIENTS; client++) {
                    String id = "c-" + client;
                    producer.send(event(version == 1 ? Events.registered(id, 1) : Events.sites(id, version), version));
                    events.incrementAndGet();
                }
                producer.flush();
                // A machine that does much else must still be able to follow.
                Thread.sleep(200);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(List<ClientScore> ofEvents) throws Exception {
        awaitTheSweep();
        List<ClientScore> all = wire.scores(score -> true, ofEvents.size());
        List<ModelSwap> swaps = wire.read(Topics.MODEL_SWAPS.name(), record -> true, Wire.PARTITIONS).stream()
                .map(record -> JsonMapper.shared().readValue(record.value(), ModelSwap.class))
                .toList();

        assertThat(ofEvents).hasSize(events.get());
        assertThat(ofEvents.stream().map(ClientScore::eventId).distinct()).hasSize(events.get());
        sequencesHaveNoHole(all);
        partitionsSwapOncePerRevision(swaps);
        everyEventIsScoredByTheModelOfItsPlace(ofEvents, swaps);
        challengersAnswerToTheSame(ofEvents, swaps);
        new CountedClients(wire).mustBeThoseThatWereAnswered();
        assertThat(all).anyMatch(score -> score.trigger() == Trigger.MODEL);
        System.out.printf("%d events, %d scores, %d swaps%n", ofEvents.size(), all.size(), swaps.size());
    }

    /** Until every client's last score is by the last champion. */
    private void awaitTheSweep() throws Exception {
        for (int look = 0; look < 30; look++) {
            Map<String, ClientScore> last = new HashMap<>();
            wire.scores(score -> true, 1).forEach(score -> last.put(score.clientId(), score));
            if (last.values().stream().allMatch(score -> score.model().version() == champion(revision))) {
                return;
            }
        }
        throw new AssertionError("clients keep scores of a former champion");
    }

    private static void sequencesHaveNoHole(List<ClientScore> all) {
        Map<String, List<ClientScore>> byClient = all.stream().collect(Collectors.groupingBy(ClientScore::clientId));
        assertThat(byClient).hasSize(CLIENTS).allSatisfy((client, own) -> assertThat(own)
                .extracting(ClientScore::scoreSequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, own.size()).boxed().toList()));
        assertThat(all).extracting(ClientScore::scoreId).doesNotHaveDuplicates();
    }

    private void partitionsSwapOncePerRevision(List<ModelSwap> swaps) {
        Map<Integer, List<ModelSwap>> byPartition = swaps.stream().collect(Collectors.groupingBy(ModelSwap::partition));
        assertThat(byPartition).hasSize(Wire.PARTITIONS).allSatisfy((partition, own) -> {
            assertThat(own)
                    .extracting(ModelSwap::revision)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(own).extracting(ModelSwap::offset).isSorted();
            assertThat(own.get(own.size() - 1).revision()).isEqualTo(revision);
            assertThat(own)
                    .allSatisfy(swap -> assertThat(swap.champion().version()).isEqualTo(champion(swap.revision())));
        });
    }

    private static void everyEventIsScoredByTheModelOfItsPlace(List<ClientScore> scores, List<ModelSwap> swaps) {
        Map<Integer, TreeMap<Long, ModelSwap>> places = places(swaps);
        assertThat(scores).allSatisfy(score -> assertThat(score.model().version())
                .isEqualTo(at(places, score).champion().version()));
    }

    private void challengersAnswerToTheSame(List<ClientScore> scores, List<ModelSwap> swaps) {
        Map<Integer, TreeMap<Long, ModelSwap>> places = places(swaps);
        List<ClientScore> expected = scores.stream()
                .filter(score -> at(places, score).challenger() != null)
                .toList();
        List<ClientScore> shadows =
                wire.read(Topics.CLIENT_SHADOW_SCORES.name(), record -> true, expected.size()).stream()
                        .map(record -> JsonMapper.shared().readValue(record.value(), ClientScore.class))
                        .filter(score -> score.trigger() == Trigger.EVENT)
                        .toList();
        assertThat(expected).isNotEmpty();
        assertThat(shadows)
                .extracting(ClientScore::eventId, ClientScore::scoreSequence)
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(score -> tuple(score.eventId(), score.scoreSequence()))
                        .toList());
    }

    /** Of two swaps at one place the later one counts. */
    private static Map<Integer, TreeMap<Long, ModelSwap>> places(List<ModelSwap> swaps) {
        Map<Integer, TreeMap<Long, ModelSwap>> places = new HashMap<>();
        swaps.forEach(swap -> places.computeIfAbsent(swap.partition(), partition -> new TreeMap<>())
                .put(swap.offset(), swap));
        return places;
    }

    private static ModelSwap at(Map<Integer, TreeMap<Long, ModelSwap>> places, ClientScore score) {
        SourcePosition source = Objects.requireNonNull(score.source());
        return Objects.requireNonNull(places.get(source.partition()))
                .floorEntry(source.offset())
                .getValue();
    }

    private static ProducerRecord<byte[], byte[]> event(ClientEvent event, long version) {
        return Wire.record(Events.record(event, version, Instant.now()));
    }
}
