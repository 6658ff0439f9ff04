package io.vigie.command.distributemodels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.RunningService;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.embedded.KafkaBroker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.json.JsonMapper;

class DistributionIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private final String database = Servers.newDatabase();

    @Test
    void givenFirstStart_whenHandedOut_thenTheDocumentComesBeforeTheDecisionAndTheEventsAreRelayed() {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                RunningService service = RunningService.withBroker(database, kafka.bootstrapServers(), true)) {
            awaitHandedOut(service);

            List<ConsumerRecord<String, byte[]>> models = records(service, Topics.MODELS.name());
            assertThat(models).extracting(ConsumerRecord::key).containsExactly("churn/1", "churn");
            ModelArtefact artefact = JSON.readValue(models.get(0).value(), ModelArtefact.class);
            assertThat(artefact.key()).isEqualTo("churn/1");
            assertThat(artefact.bytes())
                    .isEqualTo(service.jdbc().queryForObject("select document from model_document", byte[].class));
            assertThat(artefact.referencePoint()).containsKeys("Age", "Num_Sites");
            assertThat(artefact.trainingRanges().get("Age")).isEqualTo(new ModelArtefact.Limits(22, 65));
            assertThat(artefact.card()).containsKeys("text", "inputs", "scores");
            ModelDeployment deployment = JSON.readValue(models.get(1).value(), ModelDeployment.class);
            assertThat(deployment.revision()).isEqualTo(2);
            assertThat(deployment.champion()).isEqualTo(new ModelDeployment.Choice(1, artefact.sha256()));
            assertThat(deployment.challenger()).isNull();

            await(() -> records(service, Topics.MODEL_EVENTS.name()).size() == 2);
            assertThat(records(service, Topics.MODEL_EVENTS.name())).allSatisfy(event -> {
                assertThat(event.key()).isEqualTo("churn");
                assertThat(header(event, Headers.SUBJECT)).isEqualTo("churn");
                assertThat(header(event, Headers.ACTOR_KIND)).isEqualTo("system");
            });
            await(() -> compared(service) == 2);
            assertThat(service.send("GET", "/actuator/metrics/vigie.relay.gaps")
                            .json()
                            .at("/measurements/0/value")
                            .asDouble())
                    .isZero();
        }
    }

    @Test
    void givenBrokerThatIsAway_whenDecided_thenHandedOutOnceItIsBack() throws Exception {
        KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        try (RunningService service = RunningService.withBroker(database, kafka.bootstrapServers(), false)) {
            awaitHandedOut(service);
            kafka.close();

            upload(service, "churn", ModelDocuments.churn("second"));
            challenge(service, 2);
            await(() -> service.bean(ModelDistributionHealth.class)
                    .health()
                    .getStatus()
                    .equals(Status.DOWN));
            assertThat(unpublished(service)).isEqualTo(2);

            kafka = KafkaBroker.start(folder.resolve("kafka"), kafka.port());
            awaitHandedOut(service);
            await(() -> service.bean(ModelDistributionHealth.class)
                    .health()
                    .getStatus()
                    .equals(Status.UP));
            assertThat(keys(service)).containsSubsequence("churn/1", "churn", "churn/2", "churn");
            assertThat(last(service).challenger())
                    .extracting(ModelDeployment.Choice::version)
                    .isEqualTo(2);
        } finally {
            kafka.close();
        }
    }

    @Test
    void givenProcessThatEndsBeforeItHandedOut_whenAnotherStarts_thenItDoes() throws Exception {
        KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        try {
            try (RunningService service = RunningService.withBroker(database, kafka.bootstrapServers(), false)) {
                awaitHandedOut(service);
                kafka.close();
                upload(service, "churn", ModelDocuments.churn("second"));
                challenge(service, 2);
            }
            kafka = KafkaBroker.start(folder.resolve("kafka"), kafka.port());
            try (RunningService service = RunningService.withBroker(database, kafka.bootstrapServers(), false)) {
                awaitHandedOut(service);
                assertThat(last(service).revision()).isEqualTo(4);
                assertThat(keys(service).lastIndexOf("churn"))
                        .isGreaterThan(keys(service).lastIndexOf("churn/2"));
            }
        } finally {
            kafka.close();
        }
    }

    @Test
    void givenBrokerThatLostEverything_whenStartedAgain_thenEverythingIsThereAgain() {
        try (KafkaBroker lost = KafkaBroker.temporary();
                RunningService service = RunningService.withBroker(database, lost.bootstrapServers(), false)) {
            upload(service, "churn", ModelDocuments.churn("second"));
            upload(service, "other", ModelDocuments.line("a"));
            awaitHandedOut(service);
        }
        try (KafkaBroker empty = KafkaBroker.temporary();
                RunningService service = RunningService.withBroker(database, empty.bootstrapServers(), false)) {
            await(() -> keys(service).size() == 4);
            assertThat(keys(service)).containsExactly("churn/1", "churn/2", "other/1", "churn");
        }
    }

    @Test
    void givenTwoInstances_whenBothDecide_thenNoDecisionFollowsANewerOne() {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                RunningService one = RunningService.withBroker(database, kafka.bootstrapServers(), false);
                RunningService other = RunningService.withBroker(database, kafka.bootstrapServers(), false)) {
            upload(one, "churn", ModelDocuments.churn("second"));
            for (int i = 0; i < 15; i++) {
                challenge(one, 2);
                assertThat(other.send("DELETE", "/api/models/churn/aliases/challenger?reason=enough")
                                .status())
                        .isEqualTo(200);
            }
            awaitHandedOut(one);

            List<Long> revisions =
                    deployments(one).stream().map(ModelDeployment::revision).toList();
            assertThat(revisions).isSorted().endsWith(33L);
            assertThat(keys(one).indexOf("churn/2")).isGreaterThan(0);
        }
    }

    @Test
    void givenAnotherInstanceAtIt_whenDecided_thenNothingIsSentBeforeItIsDone() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                RunningService service = RunningService.withBroker(database, kafka.bootstrapServers(), false)) {
            upload(service, "churn", ModelDocuments.churn("second"));
            awaitHandedOut(service);
            try (Connection another = DriverManager.getConnection(service.url(), service.user(), service.password());
                    HandedOut atIt = HandedOut.alone(another).orElseThrow()) {
                challenge(service, 2);
                Thread.sleep(2_000);
                assertThat(unpublished(service)).isEqualTo(1);
                assertThat(atIt.decided(false)).hasSize(1);
            }
            awaitHandedOut(service);
            assertThat(last(service).revision()).isEqualTo(4);
        }
    }

    @Test
    void givenTwoInstancesOnAnEmptyStore_whenStartedAtOnce_thenOneFirstModel() {
        // The tokens of the tests are made by the first service of all.
        RunningService.onNewDatabase().close();
        String empty = Servers.newDatabase();
        List<RunningService> services = startedAtOnce(empty);
        try {
            assertThat(services.get(0)
                            .jdbc()
                            .queryForList("select event_type from read_as_text order by version", String.class))
                    .containsExactly("model-uploaded", "model-promoted");
        } finally {
            services.forEach(RunningService::close);
        }
    }

    /** Logging belongs to the whole process, and two starts in one process would configure it at the same moment. */
    private static List<RunningService> startedAtOnce(String database) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            List<CompletableFuture<RunningService>> starting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                starting.add(CompletableFuture.supplyAsync(() -> RunningService.on(database)));
            }
            return starting.stream().map(CompletableFuture::join).toList();
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        }
    }

    private static void upload(RunningService service, String name, String document) {
        Answer answer = service.sendAs(
                "application/xml", "POST", "/api/models/" + name + "/versions", document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static void challenge(RunningService service, int version) {
        Answer answer = service.send(
                "PUT", "/api/models/churn/aliases/challenger", "{\"version\":" + version + ",\"reason\":\"try\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static long unpublished(RunningService service) {
        Long count = service.jdbc().queryForObject(HandedOut.UNPUBLISHED, Long.class);
        return count == null ? -1 : count;
    }

    private static void awaitHandedOut(RunningService service) {
        await(() -> unpublished(service) == 0);
    }

    private static long compared(RunningService service) {
        Long compared = service.jdbc()
                .queryForObject(
                        "select coalesce(sum(published_events), 0) from reconciled_partition where topic = ?",
                        Long.class,
                        Topics.MODEL_EVENTS.name());
        return compared == null ? -1 : compared;
    }

    private static List<String> keys(RunningService service) {
        return records(service, Topics.MODELS.name()).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static List<ModelDeployment> deployments(RunningService service) {
        return records(service, Topics.MODELS.name()).stream()
                .filter(found -> found.key().equals("churn"))
                .map(found -> JSON.readValue(found.value(), ModelDeployment.class))
                .toList();
    }

    private static ModelDeployment last(RunningService service) {
        List<ModelDeployment> all = deployments(service);
        return all.get(all.size() - 1);
    }

    private static List<ConsumerRecord<String, byte[]>> records(RunningService service, String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = service.bean(KafkaAccess.class).consumer("")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), UTF_8);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not so after a minute");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
