package io.vigie.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What takes the time of a sign-in is done once, whoever it is and whatever the answer. */
class SameWorkIT {

    private static final String PASSWORD = "correct horse battery";

    /** The real one, which also remembers what it was asked to check. */
    private static final class Remembering implements PasswordEncoder {

        private final BCryptPasswordEncoder real = new BCryptPasswordEncoder(12);
        private final List<String> checked = new ArrayList<>();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            checked.add(String.valueOf(hash));
            return real.matches(password, hash);
        }
    }

    @Test
    void givenAnyAccount_whenSignedIn_thenOnePasswordIsCheckedWithTheSameStrength() {
        try (AccessDatabase database = new AccessDatabase(TestDatabase.empty())) {
            database.migrate();
            Remembering passwords = new Remembering();
            Accounts accounts = new Accounts(database, new SetClock(), passwords);
            accounts.add(new Account("ada", Set.of(Role.AUDITOR), null), PASSWORD, "tests");
            accounts.add(new Account("gone", Set.of(Role.AUDITOR), null), PASSWORD, "tests");
            accounts.disable("gone", "tests", true);
            accounts.add(new Account("nightly", Set.of(Role.AUDITOR), null), "tests");

            for (String account : List.of("ada", "gone", "nightly", "nobody", "")) {
                for (String password : List.of(PASSWORD, "wrong horse battery")) {
                    passwords.checked.clear();

                    boolean right = accounts.isPasswordOf(account, password);

                    assertThat(right).isEqualTo(account.equals("ada") && password.equals(PASSWORD));
                    assertThat(passwords.checked)
                            .as(account)
                            .singleElement()
                            .asString()
                            .matches("\\$2a\\$12\\$[./A-Za-z0-9]{53}");
                }
            }
        }
    }
}
