package io.vigie.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsIT {

    private final SetClock clock = new SetClock();

    @Test
    void givenTheLastAdministrator_whenDisabled_thenRefused() {
        try (AccessDatabase database = new AccessDatabase(TestDatabase.empty())) {
            database.migrate();
            Accounts accounts = new Accounts(database, clock);
            accounts.add(new Account("ada", Set.of(Role.ADMINISTRATOR), null), "tests");
            accounts.add(new Account("bob", Set.of(Role.AUDITOR), null), "tests");
            assertThatThrownBy(() -> accounts.disable("ada", "tests", true)).hasMessageContaining("409");

            accounts.add(new Account("cem", Set.of(Role.ADMINISTRATOR), null), "tests");

            assertThat(accounts.disable("ada", "tests", true)).isTrue();
            assertThatThrownBy(() -> accounts.disable("cem", "tests", true)).hasMessageContaining("409");
            assertThat(accounts.disable("cem", "tests", false)).isTrue();
        }
    }
}
