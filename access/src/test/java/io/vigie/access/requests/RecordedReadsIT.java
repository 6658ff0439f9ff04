package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Role;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor asks for is recorded before it is answered. */
class RecordedReadsIT {

    private static final String PASSWORD = "correct horse battery";

    private static RunningToy toy;

    @BeforeAll
    static void start() {
        toy = RunningToy.on(TestDatabase.empty());
        toy.bean(Accounts.class).add(new Account("ada", Set.of(Role.values()), null), PASSWORD, "tests");
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    /** The token of an account of that name. */
    private static String token(String account, Role role) {
        toy.bean(Accounts.class).add(new Account(account, Set.of(Role.values()), null), "tests");
        return toy.bean(Tokens.class)
                .issue(account, "x", role, AccessIT.CLOCK.instant().plus(Duration.ofDays(1)), "tests")
                .text();
    }

    private static Answer ask(String method, String path, String token, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return toy.asker().ask(method, path, all.toArray(String[]::new));
    }

    private static JsonNode reads(String query) {
        Answer answer = ask("GET", "/api/reads" + query, token("reader", Role.ADMINISTRATOR));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> of(String account) {
        return reads("?limit=500&account=" + account)
                .path("items")
                .valueStream()
                .map(read -> read.path("endpoint").asString() + " "
                        + read.path("subject").asString("many") + " "
                        + read.path("purpose").asString("-"))
                .toList();
    }

    @Test
    void givenAuditor_whenTheyAsk_thenWhoWhatWhenAndWhyIsRecordedAndNoValue() {
        String token = token("eve", Role.AUDITOR);

        ask("GET", "/api/clients/c-1", token, "X-Purpose", "complaint 17");
        ask("HEAD", "/api/clients/c-2/scores", token);
        ask("GET", "/api/account-managers/m-1", token);
        ask("GET", "/api/clients", token);
        ask("GET", "/api/dead-letters/5", token);
        ask("GET", "/api/imports/i-1", token);
        ask("GET", "/api/actions", token);
        ask("GET", "/api/reads?account=ada", token);

        assertThat(of("eve"))
                .containsExactly(
                        "/api/reads many -",
                        "/api/actions many -",
                        "/api/imports/{importId} i-1 -",
                        "/api/dead-letters/{deadLetterId} 5 -",
                        "/api/clients many -",
                        "/api/account-managers/{accountManagerId} m-1 -",
                        "/api/clients/{clientId}/scores c-2 -",
                        "/api/clients/{clientId} c-1 complaint 17");
        JsonNode last = reads("?account=eve&limit=1").path("items").path(0);
        assertThat(last.path("roles").toString()).isEqualTo("[\"auditor\"]");
        assertThat(last.path("recordedAt").asString())
                .isEqualTo(AccessIT.CLOCK.instant().toString());
    }

    @Test
    void givenOthers_whenTheyAsk_thenNothingIsRecorded() {
        for (Role role : Role.values()) {
            if (role != Role.AUDITOR) {
                ask("GET", "/api/clients/c-1", token("other-" + role, role));
                assertThat(of("other-" + role)).isEmpty();
            }
        }
    }

    @Test
    void givenAuditor_whenTheyAskForNobodysData_orMayNot_thenNothingIsRecorded() {
        String token = token("dan", Role.AUDITOR);

        assertThat(ask("GET", "/api/me", token).status()).isEqualTo(200);
        assertThat(ask("GET", "/api/rebuilds/r-1", token).status()).isEqualTo(200);
        ask("POST", "/api/clients", token).isProblem(403);
        ask("GET", "/api/shoes", token).isProblem(404);

        assertThat(of("dan")).isEmpty();
    }

    @Test
    void givenWhoeverHasAllRoles_whenTheyAsk_thenRecorded() {
        Browser browser = Browser.of(toy.asker(), Browser.signIn(toy.asker(), "ada", PASSWORD));

        assertThat(browser.get("/api/clients/c-9").status()).isEqualTo(200);

        assertThat(of("ada")).containsExactly("/api/clients/{clientId} c-9 -");
        assertThat(reads("?account=ada").path("items").path(0).path("roles").size())
                .isEqualTo(Role.values().length);
    }

    @Test
    void givenQuery_whenAsked_thenOnlyItsHashIsKept() {
        String token = token("fay", Role.AUDITOR);
        for (String query : List.of("?q=Lovelace&limit=5", "?limit=5&q=%4Covelace", "?q=Byron")) {
            assertThat(ask("GET", "/api/clients" + query, token).status()).isEqualTo(200);
        }

        JsonNode items = reads("?account=fay").path("items");

        assertThat(items.toString()).doesNotContain("Lovelace", "Byron");
        assertThat(items.valueStream().map(read -> read.path("querySha256").asString()))
                .hasSize(3)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .satisfies(hashes ->
                        assertThat(hashes.get(1)).isEqualTo(hashes.get(2)).isNotEqualTo(hashes.get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "a\tb", "LONG"})
    void givenBadPurpose_whenAsked_then400AndNothingIsRecorded(String purpose) {
        String token = token("gus", Role.AUDITOR);
        String text = purpose.equals("LONG") ? "x".repeat(201) : purpose;

        ask("GET", "/api/clients/c-1", token, "X-Purpose", text).isProblem(400, "bad-purpose");
        ask("GET", "/api/clients/c-1", token, "X-Purpose", "a", "X-Purpose", "b")
                .isProblem(400, "bad-purpose");

        assertThat(of("gus")).isEmpty();
    }

    @Test
    void givenManyAtOnce_whenTheyAsk_thenEachIsRecordedOnce() throws Exception {
        String token = token("hal", Role.AUDITOR);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answer>> answers = threads.invokeAll(IntStream.range(0, 100)
                    .<Callable<Answer>>mapToObj(number -> () -> ask("GET", "/api/clients/c-" + number, token))
                    .toList());
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(of("hal")).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void givenRecordThatCanNotBeWritten_whenAnAuditorAsks_then503AndNoAnswer() {
        String token = token("ian", Role.AUDITOR);
        AccessDatabase database = toy.bean(AccessDatabase.class);
        database.jdbc().execute("alter table recorded_read rename to elsewhere");
        try {
            Answer refused = ask("GET", "/api/clients/c-1", token);

            refused.isProblem(503, "read-not-recorded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.body()).doesNotContain("ian [", "elsewhere");
            assertThat(ask("GET", "/api/clients/c-1", token("joe", Role.AGENCY_MANAGER))
                            .status())
                    .isEqualTo(200);
        } finally {
            database.jdbc().execute("alter table elsewhere rename to recorded_read");
        }
    }

    @Test
    void givenPages_whenReadToTheEnd_thenEachLineOnceNewestFirst() {
        String token = token("kim", Role.AUDITOR);
        for (int number = 0; number < 5; number++) {
            ask("GET", "/api/clients/c-" + number, token);
        }
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reads("?account=kim&limit=2" + cursor);
            page.path("items").forEach(read -> found.add(read.path("subject").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(found).containsExactly("c-4", "c-3", "c-2", "c-1", "c-0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=501",
                "?limit=x",
                "?cursor=",
                "?cursor=x",
                "?cursor=YmVmb3JlOi0x",
                "?account=",
                "?shoes=1",
                "?limit=1&limit=1"
            })
    void givenBadQuery_whenListed_then400(String query) {
        ask("GET", "/api/reads" + query, token("reader", Role.ADMINISTRATOR)).isProblem(400);
    }

    @Test
    void givenTheRecord_whenOthersAskForIt_then403() {
        for (Role role : Role.values()) {
            int status = ask("GET", "/api/reads", token("some-" + role, role)).status();
            assertThat(status).isEqualTo(role == Role.AUDITOR || role == Role.ADMINISTRATOR ? 200 : 403);
        }
    }
}
