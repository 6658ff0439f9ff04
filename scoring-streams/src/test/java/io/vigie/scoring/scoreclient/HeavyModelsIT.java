package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.contracts.score.ClientScore;
import io.vigie.embedded.KafkaBroker;
import io.vigie.scoring.models.ChurnVersions;
import io.vigie.scoring.models.Neighbours;
import io.vigie.scoring.models.PublishedModels;
import io.vigie.scoring.models.SlowDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of the usual size and number of partitions, with models that are too much for it. */
class HeavyModelsIT {

    private static final int PARTITIONS = 12;
    private static final int CLIENTS = 120;

    @TempDir
    Path folder;

    private KafkaBroker broker;
    private Wire wire;
    private PublishedModels models;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.temporary();
        wire = new Wire(broker.bootstrapServers());
        wire.createTopics(PARTITIONS);
        models = new PublishedModels(broker.bootstrapServers());
        models.upload(1);
    }

    @AfterEach
    void stop() {
        models.close();
        broker.close();
    }

    private ScoringProcess scoring() throws Exception {
        return ScoringProcess.start(broker.bootstrapServers(), folder, "--vigie.topics.partitions=" + PARTITIONS);
    }

    private void registered(String prefix) throws Exception {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            events.add(Wire.record(Events.record(Events.registered(prefix + client, 8), 1, Instant.now())));
        }
        wire.send(events);
    }

    /** An explanation takes it a second or more: for twelve partitions and their sweeps longer than a transaction may be open. */
    @Test
    void givenAChallengerThatTakesLong_whenEventsCome_thenTheChampionScoresAllInOneGo() throws Exception {
        ModelArtefact slow = SlowDocument.artefact(2);
        models.upload(slow);
        registered("before-");
        models.deploy(1, ChurnVersions.choice(1), new Choice(2, slow.sha256()));

        try (ScoringProcess scoring = scoring().awaitUp()) {
            registered("after-");

            List<ClientScore> scores = wire.scores(score -> true, 2 * CLIENTS);

            assertThat(scores)
                    .extracting(ClientScore::clientId)
                    .hasSize(2 * CLIENTS)
                    .doesNotHaveDuplicates();
            assertThat(scores)
                    .allSatisfy(score -> assertThat(score.probability()).isNotNull());
            assertThat(wire.read(Topics.CLIENT_SHADOW_SCORES.name(), record -> true, 2 * CLIENTS))
                    .hasSizeGreaterThanOrEqualTo(2 * CLIENTS);
            assertThat(scoring.log())
                    .contains("is loaded.")
                    .doesNotContain("A stream thread died", "TaskMigrated", "ProducerFenced", "InvalidProducerEpoch");
        }
    }

    /** It needs more than the 256 MB that there are, in a process that ends with its first OutOfMemoryError. */
    @Test
    void givenAModelThatTheHeapHasNoRoomFor_whenDeployed_thenTheOneBeforeScoresOnAndTheReasonIsTold() throws Exception {
        models.deploy(1, ChurnVersions.choice(1), null);
        try (ScoringProcess scoring = scoring().awaitUp()) {
            ModelArtefact large = Neighbours.artefact(2, 56_000);
            models.upload(large);
            models.deploy(2, new Choice(2, large.sha256()), null);
            scoring.awaitLog("Revision 2 can't be used. churn/2 is unusable here: it needs about ");
            assertThat(scoring.isAlive()).isTrue();

            registered("after-");

            assertThat(wire.scores(score -> true, CLIENTS))
                    .hasSize(CLIENTS)
                    .allSatisfy(score -> assertThat(score.model().version()).isEqualTo(1));
            assertThat(scoring.get("/actuator/health")).contains("churn/2 is unusable here: it needs about ");
        }
    }
}
