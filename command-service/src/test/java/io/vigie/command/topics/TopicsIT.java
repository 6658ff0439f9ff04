package io.vigie.command.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import io.vigie.web.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

class TopicsIT {

    private static KafkaBroker kafka;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.temporary();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void givenEmptyBroker_whenStarted_thenTopicsAsPublishedAndLaterCorrectedButNeverAnotherCount() throws Exception {
        ConfigResource events = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CLIENT_EVENTS.name());
        try (ConfigurableApplicationContext context = start(4);
                Admin admin = context.getBean(KafkaAccess.class).admin()) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ALL.stream().map(topic -> topic.name()).toList());
            admin.incrementalAlterConfigs(Map.of(
                            events,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            awaitRetention(admin, events, "1000");
        }
        try (ConfigurableApplicationContext context = start(4);
                Admin admin = context.getBean(KafkaAccess.class).admin()) {
            awaitRetention(admin, events, "-1");
        }
        assertThatThrownBy(() -> start(5))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("has 4 partitions, the setting says 5");
    }

    @Test
    void givenNewerTransactionProtocol_whenStartedWithAnOlderOneSet_thenTheClusterGoesBackToIt() throws Exception {
        try (KafkaBroker other = KafkaBroker.temporary();
                Admin admin = Admin.create(Map.of("bootstrap.servers", other.bootstrapServers()))) {
            admin.updateFeatures(
                            Map.of("transaction.version", new FeatureUpdate((short) 2, UpgradeType.UPGRADE)),
                            new UpdateFeaturesOptions())
                    .all()
                    .get();
            awaitTransactionVersion(admin, (short) 2);

            start(other, 3).close();
            assertThat(transactionVersion(admin)).isEqualTo((short) 2);
            start(other, 3, "--vigie.kafka.transaction-version=1").close();
            assertThat(transactionVersion(admin)).isEqualTo((short) 1);
        }
    }

    /** The broker tells a setting a moment after the controller has taken it. */
    private static void awaitRetention(Admin admin, ConfigResource topic, String value) throws Exception {
        String found = "";
        for (int look = 0; look < 100 && !found.equals(value); look++) {
            Thread.sleep(look == 0 ? 0 : 100);
            found = admin.describeConfigs(List.of(topic)).all().get().values().stream()
                    .map(config -> config.get("retention.ms").value())
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(found).isEqualTo(value);
    }

    /** The same for a feature. */
    private static void awaitTransactionVersion(Admin admin, short version) throws Exception {
        for (int look = 0; look < 100 && transactionVersion(admin) != version; look++) {
            Thread.sleep(100);
        }
        assertThat(transactionVersion(admin)).isEqualTo(version);
    }

    private static short transactionVersion(Admin admin) throws Exception {
        FinalizedVersionRange range = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get("transaction.version");
        return range == null ? 0 : range.maxVersionLevel();
    }

    private static ConfigurableApplicationContext start(int partitions) {
        return start(kafka, partitions);
    }

    private static ConfigurableApplicationContext start(KafkaBroker broker, int partitions, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        all.add("--vigie.topics.partitions=" + partitions);
        return new SpringApplicationBuilder(TopicsOnly.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    @Import({KafkaAccess.class, TopicsAreRight.class, TransactionProtocol.class})
    static class TopicsOnly {}
}
