package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class ConsistencyTokenIT extends RunningService {

    /** Of all tests on the service that they share: a later one may not be below. */
    static final AtomicLong TRANSACTION = new AtomicLong(1_000);

    @Autowired
    private DataSource views;

    @Test
    void givenToken_whenReadAtOnce_thenTheReadIsNeverOlder() {
        String id = Lives.id();
        publisher.relay(TRANSACTION.incrementAndGet(), List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        for (int version = 2; version <= 200; version++) {
            long token = TRANSACTION.incrementAndGet();
            publisher.relay(token, List.of(Publisher.event(new ClientSitesChanged(id, version), version, Lives.NOON)));
            var answer = http.get("/api/clients/" + id + "?consistencyToken=" + token);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("numSites").asInt()).isEqualTo(version);
        }
    }

    @Test
    void givenOldToken_whenRead_thenItIsCovered() {
        String id = Lives.id();
        publisher.relay(TRANSACTION.incrementAndGet(), List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        http.until("/api/clients/" + id, json -> true);
        assertThat(http.get("/api/clients/" + id + "?consistencyToken=0").status())
                .isEqualTo(200);
        assertThat(http.get("/api/clients/" + id + "?consistencyToken=1").status())
                .isEqualTo(200);
    }

    @Test
    void givenTokenOfAnEventThatNeverComes_whenRead_then503AfterTwoSecondsOfPatience() {
        long begun = System.nanoTime();
        var answer = http.get("/api/summary?consistencyToken=" + (TRANSACTION.get() + 500_000));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_800));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/projection-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void givenTokenOfAnEventThatComesWhileWaiting_whenRead_thenItIsAnsweredThen() {
        String id = Lives.id();
        long token = TRANSACTION.addAndGet(10);
        var waiting =
                CompletableFuture.supplyAsync(() -> http.get("/api/clients/" + id + "?consistencyToken=" + token));
        publisher.relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        assertThat(waiting.join().status()).isEqualTo(200);
    }

    @Test
    void givenADatabaseThatDoesntAnswer_whenATokenIsAwaited_then503InTimeAllTheSame() throws Exception {
        long token = TRANSACTION.get() + 600_000;
        try (Connection other = views.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table projection_offset in access exclusive mode");
            for (int round = 0; round < 2; round++) {
                long begun = System.nanoTime();
                assertThat(http.get("/api/clients/nobody?consistencyToken=" + token)
                                .status())
                        .isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_600));
            }
            other.rollback();
            other.setAutoCommit(true);
        }
    }

    @Test
    void givenMoreWaitersThanPlaces_whenTheyAllWait_thenTheSurplusIsRefusedAndOthersAreServed() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(260);
        long token = TRANSACTION.get() + 700_000;
        try {
            List<CompletableFuture<Http.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 260; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> http.get("/api/summary?consistencyToken=" + token), callers));
            }
            assertThat(http.get("/api/summary").status()).isEqualTo(200);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(503));
            assertThat(answers)
                    .anySatisfy(answer ->
                            assertThat(answer.join().response().body()).contains("Too many requests wait"));
        } finally {
            callers.shutdown();
            assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(http.get("/api/summary").status()).isEqualTo(200);
    }
}
