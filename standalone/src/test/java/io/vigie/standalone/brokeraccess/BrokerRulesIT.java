package io.vigie.standalone.brokeraccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in at the guarded broker, and that nobody changes its rules or takes another one's place. */
class BrokerRulesIT {

    @TempDir
    static Path folder;

    private static GuardedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new GuardedBroker(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void givenNoAccountOrAWrongPassword_whenConnecting_thenNobodyGetsIn() {
        Map<String, Object> nobody =
                new HashMap<>(Map.of("default.api.timeout.ms", "4000", "request.timeout.ms", "2000"));
        nobody.put("bootstrap.servers", broker.address());
        try (Admin admin = Admin.create(nobody)) {
            assertThatThrownBy(() -> admin.listTopics().names().get()).isInstanceOf(ExecutionException.class);
        }
        for (BrokerAccount account : BrokerAccount.values()) {
            try (Admin admin = Admin.create(broker.settings(account, "password-of-somebody"))) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .hasCauseInstanceOf(SaslAuthenticationException.class);
            }
        }
    }

    @Test
    void givenTheServices_whenTheyTryToChangeTheRules_thenRefused() {
        for (BrokerAccount account : BrokerAccount.values()) {
            try (Admin admin = broker.admin(account)) {
                assertThatThrownBy(
                                () -> admin.createAcls(List.of(surplus())).all().get())
                        .as(account.toString())
                        .hasCauseInstanceOf(AuthorizationException.class);
                assertThatThrownBy(() -> admin.deleteTopics(List.of(Topics.CLIENT_EVENTS.name()))
                                .all()
                                .get())
                        .as(account.toString())
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    @Test
    void givenARuleThatIsNotOurs_whenGrantedAgain_thenItIsGone() throws Exception {
        try (Admin admin = Admin.create(broker.own())) {
            int before = admin.describeAcls(AclBindingFilter.ANY).values().get().size();
            admin.createAcls(List.of(surplus())).all().get();
            awaitSurplus(admin, true);

            broker.grant();

            awaitSurplus(admin, false);
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get()).hasSize(before);
        }
    }

    /** A broker learns a moment after its controller what the rules are. */
    private static void awaitSurplus(Admin admin, boolean there) throws Exception {
        for (int patience = 0; patience < 100; patience++) {
            if (admin.describeAcls(AclBindingFilter.ANY).values().get().contains(surplus()) == there) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the rule is " + (there ? "not there" : "still there"));
    }

    @Test
    void givenTheRelaysTransactionsAndOthersGroups_whenTakenByAnother_thenRefused() {
        for (BrokerAccount account :
                List.of(BrokerAccount.SCORING_STREAMS, BrokerAccount.QUERY_SERVICE, BrokerAccount.OPERATOR)) {
            Map<String, Object> settings = broker.settings(account, GuardedBroker.password(account));
            settings.put("transactional.id", "vigie-relay");
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                assertThatThrownBy(producer::initTransactions)
                        .as(account.toString())
                        .isInstanceOf(AuthorizationException.class);
            }
        }
        Map<String, Object> settings =
                broker.settings(BrokerAccount.QUERY_SERVICE, GuardedBroker.password(BrokerAccount.QUERY_SERVICE));
        settings.put("group.id", "vigie-scoring");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.CLIENT_EVENTS.name()));
            assertThatThrownBy(() -> {
                        for (int polls = 0; polls < 20; polls++) {
                            consumer.poll(Duration.ofSeconds(1));
                        }
                    })
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void givenTheGroupOfScoring_whenTheQueryServiceAsks_thenItIsToldHowFarThatIsAndChangesNothing() throws Exception {
        TopicPartition partition = new TopicPartition(Topics.CLIENT_EVENTS.name(), 0);
        Map<String, Object> settings =
                broker.settings(BrokerAccount.SCORING_STREAMS, GuardedBroker.password(BrokerAccount.SCORING_STREAMS));
        settings.put("group.id", "vigie-scoring");
        try (var scoring = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            scoring.commitSync(Map.of(partition, new OffsetAndMetadata(1)));
        }
        try (Admin admin = broker.admin(BrokerAccount.QUERY_SERVICE)) {
            assertThat(admin.listConsumerGroupOffsets("vigie-scoring")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .containsEntry(partition, new OffsetAndMetadata(1));
            assertThat(admin.describeConsumerGroups(List.of("vigie-scoring"))
                            .all()
                            .get())
                    .containsKey("vigie-scoring");
            assertThatThrownBy(() -> admin.alterConsumerGroupOffsets(
                                    "vigie-scoring", Map.of(partition, new OffsetAndMetadata(0)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> admin.deleteConsumerGroups(List.of("vigie-scoring"))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> admin.listConsumerGroupOffsets("vigie-relay")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    private static AclBinding surplus() {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, Topics.CLIENT_EVENTS.name(), PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + BrokerAccount.QUERY_SERVICE, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }
}
