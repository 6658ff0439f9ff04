package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vigie.access.TestDatabase;
import io.vigie.embedded.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is known by the provider is known without the database too. */
class UnrecordedReadsIT {

    @TempDir
    Path folder;

    @Test
    void givenNoDatabase_whenAnAuditorOfTheProviderAsks_then503AndNoAnswerUntilItIsBack() {
        PostgresServer server = PostgresServer.start(folder.resolve("data"), 0);
        int port = server.port();
        server.createDatabase("people");
        try (Provider provider = new Provider(0);
                RunningToy toy = RunningToy.on(
                        TestDatabase.on(server, "people"),
                        "--vigie.access.jwt.issuer=" + provider.issuer(),
                        "--vigie.access.jwt.audience=vigie")) {
            assertThat(ask(toy, provider, "auditor").status()).isEqualTo(200);
            server.close();

            Answer refused = ask(toy, provider, "auditor");
            refused.isProblem(503, "read-not-recorded");
            assertThat(refused.body()).doesNotContain("[auditor]");
            assertThat(ask(toy, provider, "agency-manager").status()).isEqualTo(200);

            try (PostgresServer again = PostgresServer.start(folder.resolve("data"), port)) {
                assertThat(again.isRunning()).isTrue();
                assertThat(ask(toy, provider, "auditor").status()).isEqualTo(200);
            }
        } finally {
            server.close();
        }
    }

    private static Answer ask(RunningToy toy, Provider provider, String role) {
        Instant now = AccessIT.CLOCK.instant();
        String token = provider.signed(new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience("vigie")
                .subject("ada@idp")
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("vigie_roles", List.of(role))
                .build());
        return toy.asker().ask("GET", "/api/clients/c-1", "Authorization", "Bearer " + token);
    }
}
