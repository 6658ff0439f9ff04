package io.vigie.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.signin.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A service that only recognises people and programs. */
class ReadersIT {

    private static final String PASSWORD = "password-of-the-reader";

    private final SetClock clock = new SetClock();

    @Test
    void givenRoleThatMayOnlyRead_whenTextsAreShown_thenItKnowsWhoseTheyAreAndNothingElse() {
        AccessSettings.Database owner = TestDatabase.empty();
        AccessSettings.Database owning = new AccessSettings.Database(
                owner.url(), owner.username(), owner.password(), true, null, List.of("reader"));
        try (AccessDatabase database = new AccessDatabase(owning)) {
            database.jdbc().execute("create role reader login password '" + PASSWORD + "'");
            database.migrate();
            Accounts accounts = new Accounts(database, clock);
            accounts.add(new Account("ada", Set.of(Role.AUDITOR), "m-1"), "correct horse", "tests");
            String token = new Tokens(database, clock)
                    .issue("ada", "x", Role.AUDITOR, clock.instant().plus(Duration.ofDays(1)), "tests")
                    .text();
            String session = new Sessions(database, clock).begin("ada");

            AccessSettings.Database reading =
                    new AccessSettings.Database(owner.url(), "reader", PASSWORD, false, null, List.of());
            try (AccessDatabase reader = new AccessDatabase(reading)) {
                assertThat(new Remembered(SecretText.TOKEN, new Tokens(reader, clock)::find, clock).actor(token))
                        .hasValueSatisfying(actor -> assertThat(actor.id()).isEqualTo("ada"));
                assertThat(new Remembered(SecretText.SESSION, new Sessions(reader, clock)::find, clock).actor(session))
                        .hasValueSatisfying(actor -> assertThat(actor.roles()).containsExactly(Role.AUDITOR));
                for (String forbidden : List.of(
                        "select * from account",
                        "select * from token",
                        "select * from session",
                        "select * from proposal",
                        "delete from session",
                        "create table mine (id int)")) {
                    assertThatThrownBy(() -> reader.jdbc().execute(forbidden))
                            .as(forbidden)
                            .rootCause()
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }
}
