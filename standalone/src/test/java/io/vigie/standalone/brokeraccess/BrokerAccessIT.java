package io.vigie.standalone.brokeraccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.KafkaSignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

/** The guarded broker as each account finds it. */
class BrokerAccessIT {

    private static final String OWN = "password-of-the-broker-itself";

    private static final Map<BrokerAccount, Set<Topic>> WRITES = Map.of(
            BrokerAccount.COMMAND_SERVICE,
            Set.of(
                    Topics.CLIENT_EVENTS,
                    Topics.ACCOUNT_MANAGER_EVENTS,
                    Topics.MODEL_EVENTS,
                    Topics.MODELS,
                    Topics.RELAY_PROGRESS,
                    Topics.DEAD_LETTERS,
                    Topics.RETRIES),
            BrokerAccount.SCORING_STREAMS,
            Set.of(Topics.CLIENT_SCORES, Topics.CLIENT_SHADOW_SCORES, Topics.MODEL_SWAPS, Topics.DEAD_LETTERS),
            BrokerAccount.QUERY_SERVICE,
            Set.of(Topics.DEAD_LETTERS, Topics.RETRIES),
            BrokerAccount.OPERATOR,
            Set.of());

    private static final Map<BrokerAccount, Set<Topic>> READS = Map.of(
            BrokerAccount.COMMAND_SERVICE,
            Set.copyOf(Topics.ALL),
            BrokerAccount.SCORING_STREAMS,
            Set.of(Topics.CLIENT_EVENTS, Topics.MODELS, Topics.RETRIES),
            BrokerAccount.QUERY_SERVICE,
            Set.copyOf(Topics.ALL),
            BrokerAccount.OPERATOR,
            Set.copyOf(Topics.ALL));

    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaBroker.start(folder.resolve("kafka"), 0, 0, OWN);
        grant();
        try (Admin admin = admin(BrokerAccount.COMMAND_SERVICE)) {
            admin.createTopics(Topics.ALL.stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        writeOneRecordEach();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void writeOneRecordEach() throws Exception {
        try (var producer = new KafkaProducer<>(own(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : Topics.ALL) {
                producer.send(new ProducerRecord<>(topic.name(), 0, "k".getBytes(), "v".getBytes()))
                        .get();
            }
        }
    }

    private static Map<String, Object> own() {
        Map<String, Object> settings = new HashMap<>(KafkaSignIn.asBroker(OWN));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }

    private static void grant() {
        Map<BrokerAccount, String> passwords = new EnumMap<>(BrokerAccount.class);
        for (BrokerAccount account : BrokerAccount.values()) {
            passwords.put(account, password(account));
        }
        GrantAccess.grant(broker.bootstrapServers(), OWN, passwords);
    }

    private static String password(BrokerAccount account) {
        return "password-of-" + account;
    }

    @Test
    void givenEachAccountAndTopic_whenWritten_thenOnlyWhereTheTableAllowsIt() throws Exception {
        for (BrokerAccount account : BrokerAccount.values()) {
            for (Topic topic : Topics.ALL) {
                assertThat(mayWrite(account, topic))
                        .as(account + " writes " + topic.name())
                        .isEqualTo(WRITES.getOrDefault(account, Set.of()).contains(topic));
            }
        }
    }

    @Test
    void givenEachAccountAndTopic_whenRead_thenOnlyWhereTheTableAllowsIt() {
        for (BrokerAccount account : BrokerAccount.values()) {
            for (Topic topic : Topics.ALL) {
                assertThat(mayRead(account, topic))
                        .as(account + " reads " + topic.name())
                        .isEqualTo(READS.getOrDefault(account, Set.of()).contains(topic));
            }
        }
    }

    @Test
    void givenNoAccountOrAWrongPassword_whenConnecting_thenNobodyGetsIn() {
        Map<String, Object> nobody =
                new HashMap<>(Map.of("default.api.timeout.ms", "4000", "request.timeout.ms", "2000"));
        nobody.put("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(nobody)) {
            assertThatThrownBy(() -> admin.listTopics().names().get()).isInstanceOf(ExecutionException.class);
        }
        for (BrokerAccount account : BrokerAccount.values()) {
            try (Admin admin = Admin.create(settings(account, "password-of-somebody"))) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .hasCauseInstanceOf(SaslAuthenticationException.class);
            }
        }
    }

    @Test
    void givenTheServices_whenTheyTryToChangeTheRules_thenRefused() {
        for (BrokerAccount account : BrokerAccount.values()) {
            try (Admin admin = admin(account)) {
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
        try (Admin admin = Admin.create(own())) {
            int before = admin.describeAcls(AclBindingFilter.ANY).values().get().size();
            admin.createAcls(List.of(surplus())).all().get();
            awaitSurplus(admin, true);

            grant();

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
            Map<String, Object> settings = settings(account, password(account));
            settings.put("transactional.id", "vigie-relay");
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                assertThatThrownBy(producer::initTransactions)
                        .as(account.toString())
                        .isInstanceOf(AuthorizationException.class);
            }
        }
        Map<String, Object> settings = settings(BrokerAccount.QUERY_SERVICE, password(BrokerAccount.QUERY_SERVICE));
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

    private static AclBinding surplus() {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, Topics.CLIENT_EVENTS.name(), PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + BrokerAccount.QUERY_SERVICE, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private static boolean mayWrite(BrokerAccount account, Topic topic) throws Exception {
        Map<String, Object> settings = settings(account, password(account));
        settings.put("enable.idempotence", "false");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), 0, "k".getBytes(), "v".getBytes()))
                    .get();
            return true;
        } catch (ExecutionException | AuthorizationException refused) {
            Throwable why = refused instanceof ExecutionException ? refused.getCause() : refused;
            assertThat(why).isInstanceOf(AuthorizationException.class);
            return false;
        }
    }

    private static boolean mayRead(BrokerAccount account, Topic topic) {
        Map<String, Object> settings = settings(account, password(account));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic.name(), 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            for (int polls = 0; polls < 10; polls++) {
                if (!consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    return true;
                }
            }
            throw new AssertionError(account + " neither gets the record of " + topic.name() + " nor is refused");
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    private static Admin admin(BrokerAccount account) {
        return Admin.create(settings(account, password(account)));
    }

    private static Map<String, Object> settings(BrokerAccount account, String password) {
        Map<String, Object> settings = new HashMap<>(account.signIn(password));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }
}
