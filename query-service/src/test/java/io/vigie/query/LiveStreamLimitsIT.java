package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.embedded.KafkaBroker;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import io.vigie.query.testing.Tokens;
import io.vigie.query.testing.Watcher;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nobody who watches too much, too long or too slowly costs others anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LiveStreamLimitsIT {

    private static final int PER_ACCOUNT = 4;
    private static final int ALL = 7;

    private KafkaBroker kafka;
    private Publisher publisher;
    private Instance instance;

    @BeforeAll
    void start() {
        kafka = KafkaBroker.temporary();
        publisher = new Publisher(kafka.bootstrapServers());
        instance = new Instance(
                Servers.freshDatabase(),
                kafka.bootstrapServers(),
                "--vigie.stream.all=" + ALL,
                "--vigie.stream.pending=100",
                "--vigie.stream.check=1s");
    }

    @AfterAll
    void stop() {
        instance.close();
        publisher.close();
        kafka.close();
    }

    private double meter(String name) {
        return meter(instance, name);
    }

    private static double meter(Instance of, String name) {
        return of.bean(MeterRegistry.class)
                .get(name)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; !condition.getAsBoolean(); tries++) {
            assertThat(tries).isLessThan(400);
            Thread.sleep(50);
        }
    }

    private void awaitNobody() throws InterruptedException {
        await(() -> meter("vigie.stream.subscribers") == 0);
    }

    @Test
    void givenAsManyStreamsAsOneMayHave_whenThereIsOneMore_then429AndOthersGoOn() throws InterruptedException {
        awaitNobody();
        Http ada = instance.http.as(Tokens.ofAccountManager("ada"));
        Http bob = instance.http.as(Tokens.ofAccountManager("bob"));
        List<Watcher> all = new ArrayList<>();
        try {
            for (int i = 0; i < PER_ACCOUNT; i++) {
                all.add(ada.watch("clients"));
                all.get(i).await("hello");
            }
            for (int i = 0; i < 20; i++) {
                assertTooMany(ada);
            }
            for (int i = PER_ACCOUNT; i < ALL; i++) {
                all.add(bob.watch("clients"));
                all.get(i).await("hello");
            }
            assertTooMany(bob);
            assertThat(meter("vigie.stream.subscribers")).isEqualTo(ALL);
            assertThat(all).noneMatch(Watcher::isOver);

            // One that left without a word holds nobody up.
            all.remove(0).close();
            await(() -> {
                all.add(ada.watch("clients"));
                return all.get(all.size() - 1).status() == 200;
            });
        } finally {
            all.forEach(Watcher::close);
        }
        awaitNobody();
    }

    private static void assertTooMany(Http http) {
        try (Watcher refused = http.watch("clients")) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void givenATokenThatEnds_whenItsTimeIsOver_thenTheStreamEnds() {
        try (Watcher watcher = instance.http
                        .as(Tokens.ofAccountManager("ada", Duration.ofSeconds(3)))
                        .watch("clients");
                Watcher other = instance.http.watch("clients")) {
            watcher.await("hello");
            other.await("hello");

            watcher.awaitEnd();

            assertThat(other.isOver()).isFalse();
        }
    }

    @Test
    void givenOneThatNeverReads_whenMuchChanges_thenItIsDisconnectedAndOthersMissNothing() throws Exception {
        List<String> ids = IntStream.range(0, 400).mapToObj(i -> Lives.id()).toList();
        try (KafkaBroker own = KafkaBroker.temporary();
                Publisher others = new Publisher(own.bootstrapServers());
                Instance patient =
                        new Instance(Servers.freshDatabase(), own.bootstrapServers(), "--vigie.stream.patience=2s");
                Socket deaf = new Socket()) {
            others.send(records(ids, 1));
            ids.forEach(id -> patient.http.until("/api/clients/" + id, json -> true));
            Watcher watcher = patient.http.watch("clients");
            watcher.await("hello");
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress("127.0.0.1", patient.http.port()));
            deaf.getOutputStream().write(request());
            deaf.getOutputStream().flush();
            await(() -> meter(patient, "vigie.stream.subscribers") == 2);

            int version = 1;
            while (meter(patient, "vigie.stream.disconnections") == 0) {
                // As much as the kernel keeps for somebody, and more.
                assertThat(version).isLessThan(400);
                version++;
                others.send(records(ids, version));
                Thread.sleep(100);
            }
            int last = version;
            for (String id : ids) {
                watcher.await(told -> told.isOf("clients", "clientId", id)
                        && told.data().path("version").asInt() == last);
            }
            await(() -> meter(patient, "vigie.stream.subscribers") == 1);
            assertThat(watcher.isOver()).isFalse();
            assertThat(watcher.told("reset")).isEmpty();
        }
    }

    private static byte[] request() {
        return ("GET /api/stream?topics=clients,events HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + Tokens.of("auditor") + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static List<ProducerRecord<byte[], byte[]>> records(List<String> ids, int version) {
        return ids.stream()
                .map(id -> version == 1
                        ? Publisher.event(Lives.registered(id), 1, Lives.NOON)
                        : Publisher.event(new ClientSitesChanged(id, version), version, Lives.NOON))
                .toList();
    }

    @Test
    void givenMoreChangesThanMayWait_whenWatched_thenEverythingIsReadAgainAndItGoesOn() throws InterruptedException {
        List<String> ids = IntStream.range(0, 3_000).mapToObj(i -> Lives.id()).toList();
        try (Watcher watcher = instance.http.watch("clients")) {
            watcher.await("hello");
            publisher.send(records(ids, 1));

            watcher.await("reset");
            instance.http.until("/api/clients/" + ids.get(2_999), json -> true);
            // Again and again, as the first may be among what is read again.
            int[] version = {1};
            await(() -> {
                version[0]++;
                publisher.send(records(ids.subList(0, 1), version[0]));
                return watcher.told("clients").stream()
                        .anyMatch(told -> told.isOf("clients", "clientId", ids.get(0))
                                && told.data().path("version").asInt() > 1);
            });
        }
    }

    @Test
    void givenTwoInstances_whenEachProjectsSomeClients_thenBothTellOfAll() {
        String database = Servers.freshDatabase();
        try (KafkaBroker own = KafkaBroker.temporary();
                Publisher others = new Publisher(own.bootstrapServers());
                Instance one = new Instance(database, own.bootstrapServers());
                Instance two = new Instance(database, own.bootstrapServers());
                Watcher first = one.http.watch("clients");
                Watcher second = two.http.watch("clients")) {
            first.await("hello");
            second.await("hello");
            List<String> ids = IntStream.range(0, 30).mapToObj(i -> Lives.id()).toList();
            others.send(records(ids, 1));

            for (String id : ids) {
                first.await(told -> told.isOf("clients", "clientId", id));
                second.await(told -> told.isOf("clients", "clientId", id));
            }
        }
    }

    @Test
    void givenAServiceThatStops_whenThereAreStreams_thenTheyEndAndItDoesntWait() {
        Instance stopping = new Instance(Servers.freshDatabase(), kafka.bootstrapServers());
        try (Watcher watcher = stopping.http.watch("clients")) {
            watcher.await("hello");
            long begin = System.nanoTime();
            stopping.close();

            watcher.awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }
}
