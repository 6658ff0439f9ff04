package io.vigie.standalone.brokeraccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.KafkaSignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with every topic, in each of them one record, that keeps to the rules. */
final class GuardedBroker implements AutoCloseable {

    private static final String OWN = "password-of-the-broker-itself";

    private final KafkaBroker broker;

    GuardedBroker(Path folder) throws Exception {
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

    @Override
    public void close() {
        broker.close();
    }

    String address() {
        return broker.bootstrapServers();
    }

    private void writeOneRecordEach() throws Exception {
        try (var producer = new KafkaProducer<>(own(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : Topics.ALL) {
                producer.send(new ProducerRecord<>(topic.name(), 0, "k".getBytes(), "v".getBytes()))
                        .get();
            }
        }
    }

    /** As the broker itself. */
    Map<String, Object> own() {
        Map<String, Object> settings = new HashMap<>(KafkaSignIn.asBroker(OWN));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }

    /** As at each start. */
    void grant() {
        Map<BrokerAccount, String> passwords = new EnumMap<>(BrokerAccount.class);
        for (BrokerAccount account : BrokerAccount.values()) {
            passwords.put(account, password(account));
        }
        GrantAccess.grant(broker.bootstrapServers(), OWN, passwords);
    }

    static String password(BrokerAccount account) {
        return "password-of-" + account;
    }

    boolean mayWrite(BrokerAccount account, Topic topic) throws Exception {
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

    boolean mayRead(BrokerAccount account, Topic topic) {
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

    Admin admin(BrokerAccount account) {
        return Admin.create(settings(account, password(account)));
    }

    Map<String, Object> settings(BrokerAccount account, String password) {
        Map<String, Object> settings = new HashMap<>(account.signIn(password));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return settings;
    }
}
