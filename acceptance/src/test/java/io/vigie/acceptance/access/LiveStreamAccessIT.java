package io.vigie.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Session;
import io.vigie.acceptance.system.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** How long people may watch, and how many streams they may have, through the edge of one real system. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStreamAccessIT {

    private static final String PASSWORD = "a-password-of-some-length";
    private static final int OF_ONE_ACCOUNT = 4;
    private static final int TRIES = 1_000;
    private static final int AT_ONCE = 16;

    /** It is looked every ten seconds who may go on. */
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(17);

    /** Whoever left without a word shows at the next sign of life, each 15 s. */
    private static final Duration GIVEN_BACK_WITHIN = Duration.ofSeconds(40);

    /** More than the service has places. */
    private static final int LEFT_AT_ONCE = 300;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("");

    private RunningVigie vigie;
    private Session admin;

    @BeforeAll
    void begin() throws Exception {
        vigie = RunningVigie.start(folder.resolve("data"), Map.of());
        Portfolios.make(vigie.api());
        admin = Session.signIn(
                vigie.api(), vigie.credentials().account(), vigie.credentials().password());
    }

    @AfterAll
    void end() throws Exception {
        vigie.close();
    }

    @Test
    void givenTwoSessionsOfOne_whenOneIsSignedOut_thenItsStreamEndsAndTheOthersGoesOn() throws Exception {
        Answer made = admin.post(
                "/api/accounts",
                Map.of("accountId", "in-two-places", "roles", List.of("agency-manager"), "password", PASSWORD));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Session here = Session.signIn(vigie.api(), "in-two-places", PASSWORD);
        Session there = Session.signIn(vigie.api(), "in-two-places", PASSWORD);
        try (Watched left = here.watch("clients");
                Watched kept = there.watch("clients")) {
            Answer out = here.send(vigie.api().origin(), "POST", "/api/sign-out", null, Map.of());
            assertThat(out.status()).as(out.text()).isEqualTo(204);

            left.awaitEnd(ENDED_WITHIN);

            assertThat(here.tryToWatch("clients").status()).isEqualTo(401);
            assertThat(kept.isOver()).isFalse();
            assertToldOfAPurchase(kept, "ada-1");
        }
    }

    private void assertToldOfAPurchase(Watched watched, String client) throws Exception {
        int before = watched.text().length();
        Answer bought = vigie.api().post("/api/clients/" + client + "/purchases", Map.of("amount", 1));
        assertThat(bought.succeeded()).as(bought.text()).isTrue();
        Patience.await("it is told of " + client, ENDED_WITHIN, () -> watched.text()
                .substring(before)
                .contains("{\"clientId\":\"" + client + "\""));
    }

    @Test
    void givenStreams_whenWhoWatchesMayDoSomethingElseByNow_thenTheyEndAndNobodyElsesDo() throws Exception {
        Session promoted = admin.person("promoted", List.of("agency-manager"), "");
        Session moved = admin.person("moved", List.of("account-manager"), Portfolios.ADA);
        Session shutOut = admin.person("shut-out", List.of("agency-manager"), "");
        Session unchanged = admin.person("unchanged", List.of("agency-manager"), "");
        try (Watched ofPromoted = promoted.watch("clients");
                Watched ofMoved = moved.watch("clients");
                Watched ofShutOut = shutOut.watch("clients");
                Watched ofUnchanged = unchanged.watch("clients")) {
            change("update access.account set roles = ? where account_id = 'promoted'", "{administrator}");
            change("update access.account set account_manager_id = ? where account_id = 'moved'", Portfolios.BO);
            assertThat(admin.delete("/api/accounts/shut-out").status()).isEqualTo(204);

            ofPromoted.awaitEnd(ENDED_WITHIN);
            ofMoved.awaitEnd(ENDED_WITHIN);
            ofShutOut.awaitEnd(ENDED_WITHIN);

            assertThat(promoted.tryToWatch("clients").status()).isEqualTo(403);
            assertThat(shutOut.tryToWatch("clients").status()).isEqualTo(401);
            assertThat(ofUnchanged.isOver()).isFalse();
            try (Watched again = moved.watch("clients")) {
                assertToldOfAPurchase(ofUnchanged, "ada-1");
                assertToldOfAPurchase(again, "bo-1");
                assertThat(again.text()).doesNotContain("ada-1");
            }
        }
    }

    /** No address of the API changes an account that is there: whoever has the database does. */
    private void change(String statement, String value) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(vigie.accessUrl(), vigie.user(), vigie.password());
                PreparedStatement update =
                        connection.prepareStatement(statement.replace("roles = ?", "roles = ?::text[]"))) {
            update.setString(1, value);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void givenAsManyStreamsAsOneMayHave_whenAThousandMoreAreTried_thenEachIsRefusedAndOthersAreServed()
            throws Exception {
        Session greedy = admin.person("greedy", List.of("agency-manager"), "");
        Session other = admin.person("other", List.of("agency-manager"), "");
        List<Watched> streams = new ArrayList<>();
        try {
            for (int i = 0; i < OF_ONE_ACCOUNT; i++) {
                streams.add(greedy.watch("clients"));
            }
            List<Future<Answer>> tries = new ArrayList<>();
            ExecutorService tabs = Executors.newFixedThreadPool(AT_ONCE);
            try {
                Callable<Answer> one = () -> greedy.tryToWatch("clients");
                for (int i = 0; i < TRIES; i++) {
                    tries.add(tabs.submit(one));
                }
                for (int i = 0; i < OF_ONE_ACCOUNT; i++) {
                    streams.add(other.watch("clients"));
                    assertThat(other.get("/api/clients").status()).isEqualTo(200);
                }
                for (Future<Answer> refused : tries) {
                    assertTooMany(refused.get());
                }
            } finally {
                tabs.shutdownNow();
            }
            assertThat(streams).noneMatch(Watched::isOver);
            assertToldOfAPurchase(streams.get(0), "nobody-1");
        } finally {
            for (Watched stream : streams) {
                stream.close();
            }
        }
        awaitPlacesTaken(0);
    }

    private static void assertTooMany(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("too-many-streams");
        assertThat(answer.body().path("detail").asString()).contains(OF_ONE_ACCOUNT + " streams");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
    }

    @Test
    void givenMoreStreamsThanPlacesThatAreLeftAtOnce_whenTheyAreOver_thenEveryPlaceIsGivenBack() throws Exception {
        Session restless = admin.person("restless", List.of("agency-manager"), "");
        int begun = 0;
        ExecutorService tabs = Executors.newFixedThreadPool(OF_ONE_ACCOUNT);
        try {
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            while (begun < LEFT_AT_ONCE && System.nanoTime() < end) {
                Callable<Answer> one = () -> restless.tryToWatch("clients");
                for (Future<Answer> tried : tabs.invokeAll(Collections.nCopies(OF_ONE_ACCOUNT, one))) {
                    assertThat(tried.get().status()).isIn(200, 429);
                    begun += tried.get().status() == 200 ? 1 : 0;
                }
            }
        } finally {
            tabs.shutdownNow();
        }

        System.out.printf("%d streams begun and left at once%n", begun);
        assertThat(begun).isGreaterThanOrEqualTo(LEFT_AT_ONCE);
        awaitPlacesTaken(0);
        List<Watched> streams = new ArrayList<>();
        try {
            for (int i = 0; i < OF_ONE_ACCOUNT; i++) {
                streams.add(restless.watch("clients"));
            }
            awaitPlacesTaken(OF_ONE_ACCOUNT);
        } finally {
            for (Watched stream : streams) {
                stream.close();
            }
        }
    }

    private void awaitPlacesTaken(int count) throws Exception {
        var queries = vigie.operator("query-service");
        Patience.await(
                count + " places are taken",
                GIVEN_BACK_WITHIN,
                () -> queries.get("/actuator/metrics/vigie.stream.subscribers")
                                .body()
                                .at("/measurements/0/value")
                                .asInt(-1)
                        == count);
    }
}
