package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyIT {

    private static final String KEY = "Idempotency-Key";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenKey_whenSentAgain_thenTheSameAnswerAndOneEvent() {
        String body = Bodies.client("once").replace("\"clientId\":\"once\",", "");
        Answer first = service.send("POST", "/api/clients", body, KEY, "register-1");
        Answer again =
                service.send("POST", "/api/clients", body.replace("\"age\":38", "\n \"age\" : 38"), KEY, "register-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(events(first.json().get("clientId").asString())).isEqualTo(1);
    }

    @Test
    void givenKey_whenSentWithAnotherBodyPathOrMethod_then422() {
        register("other-1");
        register("other-2");
        assertThat(service.send("PUT", "/api/clients/other-1/sites", "{\"numSites\":1}", KEY, "k-other")
                        .status())
                .isEqualTo(200);

        for (Answer answer : List.of(
                service.send("PUT", "/api/clients/other-1/sites", "{\"numSites\":2}", KEY, "k-other"),
                service.send("PUT", "/api/clients/other-2/sites", "{\"numSites\":1}", KEY, "k-other"),
                service.send("POST", "/api/clients/other-1/purchases", "{\"amount\":1}", KEY, "k-other"))) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
        }
        assertThat(events("other-1")).isEqualTo(2);
    }

    @Test
    void givenRejectedCommand_whenSentAgainOnceItIsLegal_thenDone() {
        Answer early = service.send("PUT", "/api/clients/later/sites", "{\"numSites\":1}", KEY, "k-later");
        register("later");
        Answer late = service.send("PUT", "/api/clients/later/sites", "{\"numSites\":1}", KEY, "k-later");

        assertThat(early.status()).isEqualTo(404);
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void givenOneKeyTwentyTimesAtOnce_whenAnswered_thenOneEffect() {
        register("many");
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 20)
                .mapToObj(
                        i -> service.sendAsync("POST", "/api/clients/many/purchases", "{\"amount\":5}", KEY, "k-many"))
                .toList();

        assertThat(sent)
                .extracting(CompletableFuture::join)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409))
                .anySatisfy(answer ->
                        assertThat(answer.header("Idempotency-Replayed")).isEmpty());
        assertThat(events("many")).isEqualTo(2);
    }

    @Test
    void givenOneKeyTwentyTimesAtOnceWithoutAnId_whenAnswered_thenOneClient() {
        String body = Bodies.client("x").replace("\"clientId\":\"x\",", "").replace("Jane Doe", "Only One");
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 20)
                .mapToObj(i -> service.sendAsync("POST", "/api/clients", body, KEY, "k-create"))
                .toList();

        assertThat(sent).extracting(CompletableFuture::join).allSatisfy(answer -> assertThat(answer.status())
                .isIn(201, 409));
        assertThat(service.jdbc()
                        .queryForObject(
                                "select count(*) from read_as_text where payload -> 'personal' ->> 'name' = 'Only One'",
                                Integer.class))
                .isEqualTo(1);
    }

    @Test
    void givenRequestStillRunning_whenSentAgain_then409() throws Exception {
        register("running");
        try (Connection elsewhere = DriverManager.getConnection(service.url(), service.user(), service.password());
                Statement statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('admin k-running', 20240711))");
            Answer answer = service.send("PUT", "/api/clients/running/sites", "{\"numSites\":1}", KEY, "k-running");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("idempotency-key-in-use");
        }
    }

    @Test
    void givenNoOp_whenSentAgainUnderItsKey_thenReplayed() {
        register("noop");
        service.send("PUT", "/api/clients/noop/sites", "{\"numSites\":12}", KEY, "k-noop");
        Answer again = service.send("PUT", "/api/clients/noop/sites", "{\"numSites\":12}", KEY, "k-noop");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.version()).isEqualTo(1);
    }

    @Test
    void givenOldKey_whenADayHasPassed_thenItMeansNothing() {
        register("old");
        service.send("POST", "/api/clients/old/purchases", "{\"amount\":5}", KEY, "k-old");
        service.update("update idempotency_key set created_at = created_at - interval '25 hours'"
                + " where idempotency_key = 'k-old'");
        Answer again = service.send("POST", "/api/clients/old/purchases", "{\"amount\":5}", KEY, "k-old");

        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.version()).isEqualTo(3);
        assertThat(service.send("POST", "/api/clients/old/purchases", "{\"amount\":5}", KEY, "k-old")
                        .version())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b"})
    void givenKeyThatIsNone_whenSent_then400(String key) {
        Answer answer = service.send("POST", "/api/clients", Bodies.client("nokey"), KEY, key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-idempotency-key");
    }

    @Test
    void givenKeyTooLong_whenSent_then400() {
        assertThat(service.send("POST", "/api/clients", Bodies.client("nokey"), KEY, "k".repeat(256))
                        .status())
                .isEqualTo(400);
        assertThat(service.send("POST", "/api/clients", Bodies.client("nokey"), KEY, "k".repeat(10_240))
                        .status())
                .isEqualTo(400);
        assertThat(service.send("POST", "/api/clients", Bodies.client("longest"), KEY, "k".repeat(255))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givenVersion_whenItIsDemanded_thenStaleIs412AndGarbage400() {
        register("tagged");
        String sites = "/api/clients/tagged/sites";

        assertThat(service.send("PUT", sites, "{\"numSites\":1}", "If-Match", "\"1\"")
                        .version())
                .isEqualTo(2);
        Answer stale = service.send("PUT", sites, "{\"numSites\":2}", "If-Match", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(service.send("PUT", sites, "{\"numSites\":1}", "If-Match", "\"1\"")
                        .status())
                .as("stale even where nothing would change")
                .isEqualTo(412);
        assertThat(service.send("PUT", sites, "{\"numSites\":3}", "If-Match", "*")
                        .version())
                .isEqualTo(3);
        assertThat(service.send("PUT", sites, "{\"numSites\":4}", "If-Match", "garbage")
                        .status())
                .isEqualTo(400);
        assertThat(service.send("POST", "/api/clients", Bodies.client("tagged-2"), "If-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(events("tagged")).isEqualTo(3);
    }

    @Test
    void givenOneVersion_whenTwentyDemandItAtOnce_thenOneWins() {
        register("contended");
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 20)
                .mapToObj(i -> service.sendAsync(
                        "PUT", "/api/clients/contended/sites", "{\"numSites\":" + (100 + i) + "}", "If-Match", "\"1\""))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(1);
        assertThat(events("contended")).isEqualTo(2);
    }

    private static void register(String id) {
        assertThat(service.send("POST", "/api/clients", Bodies.client(id)).status())
                .isEqualTo(201);
    }

    private static int events(String id) {
        Integer count = service.jdbc()
                .queryForObject(
                        "select count(*) from domain_event_entry where aggregate_identifier = ?", Integer.class, id);
        return count == null ? -1 : count;
    }
}
