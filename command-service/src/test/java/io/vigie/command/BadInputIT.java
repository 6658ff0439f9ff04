package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Each gets a 4xx problem that repeats nothing, writes no event and logs no error. */
class BadInputIT {

    private static final String CLIENTS = "/api/clients";

    private static RunningService service;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int eventsBefore;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        Scene scene = new Scene(service);
        scene.register("there");
        scene.manager("m-there", 5);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        eventsBefore = events();
    }

    @AfterEach
    void nothingHappened() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
        assertThat(events()).isEqualTo(eventsBefore);
        assertThat(log.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR));
    }

    static Stream<Arguments> bodies() {
        String client = Bodies.client("bad");
        return Stream.of(
                        Stream.of("", "null", "[]", "\"x\"", "5", "true", "{", client.substring(0, 50), client + "x"),
                        Stream.of(client + client, "{\"a\":".repeat(100_000), "[".repeat(100_000)),
                        Stream.of(client.replace("\"age\":38", "\"age\":38,\"age\":39"), "{\"shoe\":1}"),
                        Stream.of(
                                        "-1",
                                        "151",
                                        "2147483648",
                                        "3.7",
                                        "NaN",
                                        "Infinity",
                                        "1e400",
                                        "1e1000000000",
                                        "\"38\"")
                                .map(age -> client.replace("\"age\":38", "\"age\":" + age)),
                        Stream.of("true", "null", "[]", "{}", "9".repeat(10_000), "0x26", "038", "-", "1e", "+38")
                                .map(age -> client.replace("\"age\":38", "\"age\":" + age)),
                        Stream.of(
                                        "-0.01",
                                        "1e13",
                                        "1e1000000000",
                                        "0.00001",
                                        "\"1\"",
                                        "9".repeat(10_000),
                                        "1e-999999999")
                                .map(total -> client.replace("12884.75", total)),
                        Stream.of("-1", "1000001", "1.5", "1e1000000000")
                                .map(sites -> client.replace("\"numSites\":12", "\"numSites\":" + sites)),
                        Stream.of("-1", "151", "1e1000000000", "1.23456").map(years -> client.replace("6.67", years)),
                        Stream.of("2999-01-01", "0000-00-00", "+999999999-12-31", "2026-02-30", "1899-12-31", "x", "")
                                .map(day -> client.replace("2016-06-29", day)),
                        Stream.of("", " ", "\u00a0", "\u200b\u200b", "\\u0000", "a\\u0000b", "\\ud800", "a\\udfffb")
                                .map(name -> client.replace("Jane Doe", name)),
                        Stream.of("x".repeat(100_000), "x".repeat(201), "a\u202eb", "a\\nb", "a\\u001b[31mb")
                                .map(name -> client.replace("Jane Doe", name)),
                        Stream.of("", "..", "a b", "a/b", "é", "x".repeat(65), "\\u0000", "'; drop table x; --")
                                .map(id -> client.replace("\"bad\"", "\"" + id + "\"")),
                        Stream.of(client.replace("\"bad\"", "5"), client.replace("\"name\":\"Jane Doe\",", "")),
                        Stream.of(client.replace("\"bad\"", "\"there\"")),
                        Stream.of(Bodies.client("bad", "nobody"), Bodies.client("bad", "a b")))
                .flatMap(body -> body)
                .map(body -> Arguments.of(body.length() > 60 ? body.hashCode() + " " + body.length() : body, body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void givenBadClient_whenRegistered_then4xxAndNothingHappens(String name, String body) {
        check(service.send("POST", CLIENTS, body));
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("PUT", "/api/clients/there/sites", "{}"),
                Arguments.of("PUT", "/api/clients/there/sites", "{\"numSites\":null}"),
                Arguments.of("PUT", "/api/clients/there/sites", "{\"numSites\":-1}"),
                Arguments.of("PATCH", "/api/clients/there", "{\"name\":null}"),
                Arguments.of("PATCH", "/api/clients/there", "{\"name\":\"\"}"),
                Arguments.of("PATCH", "/api/clients/there", "{\"clientId\":\"x\"}"),
                Arguments.of("PATCH", "/api/clients/there", "null"),
                Arguments.of("POST", "/api/clients/there/purchases", "{\"amount\":0}"),
                Arguments.of("POST", "/api/clients/there/purchases", "{\"amount\":-5}"),
                Arguments.of("POST", "/api/clients/there/purchases", "{\"amount\":1e1000000000}"),
                Arguments.of(
                        "POST",
                        "/api/clients/there/purchases",
                        "{\"amount\":1,\"purchasedAt\":\"2999-01-01T00:00:00Z\"}"),
                Arguments.of("POST", "/api/clients/there/purchases", "{\"amount\":1,\"purchasedAt\":\"2020-01-01\"}"),
                Arguments.of("POST", "/api/clients/there/purchases", "{\"amount\":1,\"reference\":\"\\u0000\"}"),
                Arguments.of("PUT", "/api/clients/there/account-manager", "{\"accountManagerId\":\"nobody\"}"),
                Arguments.of("PUT", "/api/clients/there/account-manager", "{}"),
                Arguments.of("PUT", "/api/clients/nobody/account-manager", "{\"accountManagerId\":\"m-there\"}"),
                Arguments.of("POST", "/api/clients/there/departure", "{}"),
                Arguments.of("POST", "/api/clients/there/departure", "{\"leftOn\":\"2999-01-01\"}"),
                Arguments.of("POST", "/api/clients/there/departure", "{\"leftOn\":\"2010-01-01\"}"),
                Arguments.of("POST", "/api/clients/there/departure", "{\"leftOn\":\"2020-01-01T00:00:00Z\"}"),
                Arguments.of("POST", "/api/account-managers", "{\"name\":\"Mo\",\"capacity\":-1}"),
                Arguments.of("POST", "/api/account-managers", "{\"name\":\"Mo\",\"capacity\":100001}"),
                Arguments.of("POST", "/api/account-managers", "{\"name\":\" \",\"capacity\":1}"),
                Arguments.of("PUT", "/api/account-managers/m-there/capacity", "{\"capacity\":1.5}"),
                Arguments.of("PUT", "/api/account-managers/nobody/capacity", "{\"capacity\":1}"),
                Arguments.of("PUT", "/api/clients/%00/sites", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api/clients/..%2fthere/sites", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api/clients/there;x=y/sites", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api//clients/there/sites", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api/clients/there/sites?x=1", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api/clients/a%20b/sites", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api/clients/" + "x".repeat(20_000) + "/sites", "{\"numSites\":1}"),
                Arguments.of("PUT", "/api/clients/there/shoes", "{\"numSites\":1}"),
                Arguments.of("DELETE", "/api/clients/there", ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givenBadCommand_whenSent_then4xxAndNothingHappens(String method, String path, String body) {
        check(service.send(method, path, body));
    }

    @Test
    void givenWrongTypes_whenSent_thenTheirOwnStatus() {
        byte[] body = Bodies.client("typed").getBytes(StandardCharsets.UTF_8);

        assertThat(service.sendAs("text/plain", "POST", CLIENTS, body).status()).isEqualTo(415);
        assertThat(service.sendAs("application/xml", "POST", CLIENTS, body).status())
                .isEqualTo(415);
        Answer unacceptable = service.sendAs("application/json", "POST", CLIENTS, body, "Accept", "application/xml");
        assertThat(unacceptable.status()).isEqualTo(406);
        byte[] latin1 = Bodies.client("typed").replace("Jane", "Zoë").getBytes(StandardCharsets.ISO_8859_1);
        check(service.sendAs("application/json", "POST", CLIENTS, latin1));
        assertThat(service.sendAs("application/json", "POST", CLIENTS, new byte[50 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        check(service.sendAs("application/json", "POST", CLIENTS, body, "If-Match", "garbage"));
    }

    private static void check(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString("")).isNotBlank();
        assertThat(answer.toString())
                .doesNotContain("Exception", "at io.vigie", "Jane", "drop table", "999999999", "\\u0000", "SQL");
    }

    private static int events() {
        Integer count = service.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class);
        return count == null ? -1 : count;
    }
}
