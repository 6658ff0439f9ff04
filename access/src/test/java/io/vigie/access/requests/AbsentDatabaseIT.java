package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.Role;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.SecretText;
import io.vigie.access.tokens.Tokens;
import io.vigie.embedded.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void givenNoDatabase_whenAsked_then503AndNobodyGetsInUntilItIsBack() throws InterruptedException {
        PostgresServer server = PostgresServer.start(folder.resolve("data"), 0);
        int port = server.port();
        server.createDatabase("people");
        try (RunningToy toy = RunningToy.on(TestDatabase.on(server, "people"))) {
            toy.bean(Accounts.class).add(new Account("ada", Set.of(Role.AUDITOR), null), "tests");
            String token = toy.bean(Tokens.class)
                    .issue("ada", "x", Role.AUDITOR, AccessIT.CLOCK.instant().plus(Duration.ofDays(1)), "tests")
                    .text();
            server.close();

            ask(toy, token).isProblem(503, "sign-in-unavailable");
            ask(toy, SecretText.TOKEN.random()).isProblem(503, "sign-in-unavailable");
            toy.asker().ask("GET", "/api/clients").isProblem(401, "not-signed-in");
            Answer signIn = Browser.signIn(toy.asker(), "ada", "correct horse battery");
            signIn.isProblem(503, "accounts-unavailable");
            assertThat(signIn.header("Retry-After")).isEqualTo("1");

            try (PostgresServer again = PostgresServer.start(folder.resolve("data"), port)) {
                assertThat(again.isRunning()).isTrue();
                Answer answer = ask(toy, token);
                // For a second that nothing could be found out is remembered, and the pool needs a moment.
                for (int more = 0; answer.status() == 503 && more < 150; more++) {
                    Thread.sleep(100);
                    answer = ask(toy, token);
                }
                assertThat(answer.status()).isEqualTo(200);
            }
        } finally {
            server.close();
        }
    }

    private static Answer ask(RunningToy toy, String token) {
        return toy.asker().ask("GET", "/api/clients", "Authorization", "Bearer " + token);
    }
}
