package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import io.vigie.query.projection.Feeds;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The broker shuts out a consumer when another one signs in by the same name. */
class ShutOutConsumerIT {

    private static final String GROUP = "vigie-query-events";

    @Test
    void givenAnotherConsumerOfTheSameName_whenShutOut_thenTheViewsGoOn() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                Publisher publisher = new Publisher(kafka.bootstrapServers());
                Instance service =
                        new Instance(Servers.freshDatabase(), kafka.bootstrapServers(), "--vigie.query.instance=one")) {
            String id = Lives.id();
            publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
            service.http.until("/api/clients/" + id, json -> true);

            takeTheNameUntilShutOut(kafka.bootstrapServers());

            String other = Lives.id();
            publisher.send(Publisher.event(Lives.registered(other), 1, Lives.NOON));
            service.http.until("/api/clients/" + other, json -> true);
            assertThat(service.http.get("/actuator/health").json().get("status").asString())
                    .isEqualTo("UP");
        }
    }

    @Test
    void givenAConsumerThatWasShutOut_whenStoppedOrRestartedBeforeItsReturn_thenThatHolds() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.temporary();
                Publisher publisher = new Publisher(kafka.bootstrapServers());
                Instance service =
                        new Instance(Servers.freshDatabase(), kafka.bootstrapServers(), "--vigie.query.instance=one")) {
            String id = Lives.id();
            publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
            service.http.until("/api/clients/" + id, json -> true);
            Feeds feeds = service.bean(Feeds.class);

            try (KafkaConsumer<byte[], byte[]> thief = thief(kafka.bootstrapServers())) {
                poll(thief, () -> !feeds.isHealthy(), Duration.ofSeconds(40));
                feeds.stop();

                // Longer than the return takes; whoever came back would shut this one out.
                long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
                poll(thief, () -> System.nanoTime() > end, Duration.ofSeconds(10));

                feeds.start();
                assertThatThrownBy(() -> poll(thief, () -> false, Duration.ofSeconds(40)))
                        .isInstanceOf(FencedInstanceIdException.class);
            }
            try (KafkaConsumer<byte[], byte[]> thief = thief(kafka.bootstrapServers())) {
                poll(thief, () -> !feeds.isHealthy(), Duration.ofSeconds(40));
            }
            feeds.restart();

            String other = Lives.id();
            publisher.send(Publisher.event(Lives.registered(other), 1, Lives.NOON));
            service.http.until("/api/clients/" + other, json -> true);
            Thread.sleep(8_000);
            assertThat(feeds.isHealthy()).as("its return found it running").isTrue();
        }
    }

    private static void poll(KafkaConsumer<byte[], byte[]> thief, BooleanSupplier done, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen");
            }
            thief.poll(Duration.ofMillis(200));
        }
    }

    private static KafkaConsumer<byte[], byte[]> thief(String bootstrapServers) throws Exception {
        KafkaConsumer<byte[], byte[]> thief = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        GROUP,
                        "group.instance.id",
                        name(bootstrapServers),
                        "session.timeout.ms",
                        "10000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        thief.subscribe(List.of(Topics.CLIENT_EVENTS.name()));
        return thief;
    }

    /** Until the service has the name back, if it ever wants it. */
    private static void takeTheNameUntilShutOut(String bootstrapServers) throws Exception {
        try (KafkaConsumer<byte[], byte[]> thief = thief(bootstrapServers)) {
            long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            while (System.nanoTime() < deadline) {
                thief.poll(Duration.ofMillis(200));
            }
            throw new AssertionError("the service has given up its name");
        } catch (FencedInstanceIdException back) {
            assertThat(back).hasMessageContaining("instance");
        }
    }

    private static String name(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .flatMap(member -> member.groupInstanceId().stream())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
