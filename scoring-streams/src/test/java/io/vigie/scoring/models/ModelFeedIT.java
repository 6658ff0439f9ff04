package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.embedded.KafkaBroker;
import io.vigie.pmml.Model;
import io.vigie.scoring.scoreclient.ScoringTopology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topic of models on a real broker. */
class ModelFeedIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Deployments deployments = new Deployments();
    private KafkaBroker broker;
    private PublishedModels topic;
    private ModelFeed feed;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.temporary();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.MODELS.name(), 1, (short) 1).configs(Topics.MODELS.configuration())))
                    .all()
                    .get();
        }
        topic = new PublishedModels(broker.bootstrapServers());
        feed = feed(deployments, meters);
        feed.start();
    }

    @AfterEach
    void stop() {
        feed.close();
        topic.close();
        broker.close();
    }

    private ModelFeed feed(Deployments target, SimpleMeterRegistry registry) {
        return new ModelFeed(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                "churn",
                ScoringTopology.FEATURES,
                target,
                new FeedMetrics(registry, target));
    }

    @Test
    void givenDeployments_whenTheyCome_thenTheLastOneIsLoadedAndLowerOnesSayNothing() throws Exception {
        assertThat(feed.ready()).isFalse();
        topic.upload(1);
        topic.deploy(1, 1, null);
        await().atMost(SOON).until(feed::ready);
        assertThat(latest().champion().sha256())
                .isEqualTo(ChurnVersions.choice(1).sha256());

        topic.upload(2);
        topic.upload(3);
        topic.deploy(3, 2, 3);
        awaitRevision(3);
        topic.deploy(2, 1, null);
        topic.deploy(4, 2, null);
        awaitRevision(4);

        assertThat(latest().champion().version()).isEqualTo(2);
        assertThat(latest().challenger()).isNull();
        // The champion was there already, so it isn't loaded again.
        assertThat(meters.get("vigie.scoring.models.load").timer().count()).isEqualTo(3);
        assertThat(feed.problem()).isEmpty();
    }

    @Test
    void givenGarbageAndOtherModels_whenTheyCome_thenCountedAndTheNextGoodRecordIsTaken() throws Exception {
        topic.send("churn", "hello".getBytes(UTF_8));
        topic.send("churn", "null".getBytes(UTF_8));
        topic.send("churn", "{\"name\":\"churn\",\"revision\":9}".getBytes(UTF_8));
        topic.send("churn", null);
        topic.send("churn/x", "{}".getBytes(UTF_8));
        topic.send("fraud", "hello".getBytes(UTF_8));
        topic.send("fraud/1", "hello".getBytes(UTF_8));
        topic.upload(1);
        topic.deploy(1, 1, null);

        await().atMost(SOON).until(feed::ready);

        assertThat(meters.get("vigie.scoring.models.garbage").counter().count()).isEqualTo(5);
        assertThat(feed.garbage()).hasValueSatisfying(told -> assertThat(told).startsWith("At offset 0: "));
    }

    @Test
    void givenWhatCantBeUsed_whenDeployed_thenTheLastStaysAndTheReasonIsTold() throws Exception {
        topic.upload(1);
        topic.deploy(1, 1, null);
        await().atMost(SOON).until(feed::ready);
        byte[] empty = "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"/>".getBytes(UTF_8);
        byte[] other = new String(ChurnVersions.document(2), UTF_8)
                .replace("\"Age\"", "\"Wage\"")
                .getBytes(UTF_8);
        topic.upload(ChurnVersions.artefact("churn", 4, empty, ChurnVersions.sha256(empty)));
        topic.upload(ChurnVersions.artefact("churn", 5, ChurnVersions.document(2), ChurnVersions.sha256(empty)));
        topic.upload(ChurnVersions.artefact("churn", 6, other, ChurnVersions.sha256(other)));
        topic.send("churn/7", "{\"name\":\"churn\",\"version\":7}".getBytes(UTF_8));

        refused(2, new Choice(4, ChurnVersions.sha256(empty)), "churn/4 is refused: ");
        refused(3, new Choice(5, ChurnVersions.sha256(empty)), "The checksum of churn/5 isn't that of its document.");
        refused(4, new Choice(6, ChurnVersions.sha256(other)), "churn/6 is refused: ");
        refused(5, new Choice(7, ChurnVersions.sha256(other)), "The document of churn/7 can't be read: ");
        refused(6, new Choice(8, ChurnVersions.sha256(other)), "There is no document of churn/8.");
        refused(7, null, "It names no champion.");

        assertThat(meters.get("vigie.scoring.models.unusable").counter().count())
                .isEqualTo(6);
        assertThat(latest().champion().version()).isEqualTo(1);
        assertThat(feed.ready()).isTrue();
    }

    private void refused(long revision, @Nullable Choice champion, String reason) throws Exception {
        topic.deploy(revision, champion, null);
        await().atMost(SOON).untilAsserted(() -> assertThat(feed.problem()).hasValueSatisfying(told -> assertThat(told)
                .contains("Revision " + revision + " can't be used. ")
                .contains(reason)));
        assertThat(deployments.revision()).isEqualTo(1);
    }

    @Test
    void givenADocumentThatComesLate_whenItIsThere_thenTheDeploymentIsUsedAfterAll() throws Exception {
        topic.deploy(5, 2, null);
        await().atMost(SOON).until(() -> feed.problem().isPresent());

        topic.upload(2);

        awaitRevision(5);
        assertThat(feed.problem()).isEmpty();
    }

    @Test
    void givenAChallengerThatCantBeUsed_whenDeployed_thenTheChampionScoresAndTheReasonIsToldUntilItIsThere()
            throws Exception {
        topic.upload(1);
        topic.deploy(1, 1, 2);

        awaitRevision(1);
        assertThat(latest().champion().version()).isEqualTo(1);
        assertThat(latest().challenger()).isNull();
        assertThat(feed.ready()).isTrue();
        assertThat(feed.problem())
                .contains("The challenger of revision 1 can't be used. There is no document of churn/2.");
        assertThat(meters.get("vigie.scoring.models.unusable").counter().count())
                .isEqualTo(1);

        topic.upload(2);

        await().atMost(SOON).until(() -> latest().challenger() != null);
        assertThat(feed.problem()).isEmpty();
        assertThat(meters.get("vigie.scoring.models.load").timer().count()).isEqualTo(2);
    }

    @Test
    void givenALongHistory_whenStartedAnew_thenOnlyTheLastUsableIsLoaded() throws Exception {
        for (int version = 1; version <= 6; version++) {
            topic.upload(version);
            topic.deploy(version, version, null);
        }
        topic.deploy(7, 9, null);
        Deployments others = new Deployments();
        SimpleMeterRegistry theirs = new SimpleMeterRegistry();

        try (ModelFeed second = feed(others, theirs)) {
            second.start();
            await().atMost(SOON).until(second::ready);

            assertThat(others.revision()).isEqualTo(6);
            assertThat(theirs.get("vigie.scoring.models.load").timer().count()).isEqualTo(1);
            assertThat(second.problem()).isPresent();
        }
    }

    @Test
    void givenADocumentOfAlmostTwentyMegabytes_whenDeployed_thenLoaded() throws Exception {
        String padded = new String(ChurnVersions.document(2), UTF_8)
                .replace("<DataDictionary>", " ".repeat(19_900_000) + "<DataDictionary>");
        byte[] large = padded.getBytes(UTF_8);
        topic.upload(ChurnVersions.artefact("churn", 2, large, ChurnVersions.sha256(large)));

        topic.deploy(1, new Choice(2, ChurnVersions.sha256(large)), null);

        awaitRevision(1);
        Model champion = latest().champion();
        assertThat(champion.sha256()).isEqualTo(ChurnVersions.sha256(large));
    }

    private Deployment latest() {
        return Objects.requireNonNull(deployments.latest());
    }

    private void awaitRevision(long revision) {
        await().atMost(SOON).until(() -> deployments.revision() == revision);
    }
}
