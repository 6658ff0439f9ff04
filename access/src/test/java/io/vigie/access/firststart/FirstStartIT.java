package io.vigie.access.firststart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Remembered;
import io.vigie.access.tokens.SecretText;
import io.vigie.access.tokens.Token;
import io.vigie.access.tokens.Tokens;
import io.vigie.web.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartIT {

    private final SetClock clock = new SetClock();
    private final AccessDatabase database = new AccessDatabase(TestDatabase.empty());
    private final Accounts accounts = new Accounts(database, clock);
    private final Tokens tokens = new Tokens(database, clock);

    @TempDir
    Path folder;

    @BeforeEach
    void migrate() {
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void start() {
        new FirstStart(file(), database, accounts, tokens, clock).run();
    }

    private Path file() {
        return folder.resolve("credentials");
    }

    private Credentials credentials() {
        return Credentials.read(file()).orElseThrow();
    }

    @Test
    void givenNobody_whenStarted_thenAnAdministratorAndATokenForEachRoleInAFileOfItsOwner(CapturedOutput output)
            throws IOException {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Credentials made = credentials();
        assertThat(made.tokens()).hasSize(Role.values().length);
        Remembered known = new Remembered(SecretText.TOKEN, tokens::find, clock);
        made.tokens().forEach((role, text) -> assertThat(known.actor(text))
                .contains(new Actor("admin", Actor.Proof.TOKEN, Set.of(role), null)));
        String hash = database.jdbc().queryForObject("select password_hash from account", String.class);
        assertThat(new BCryptPasswordEncoder().matches(made.password(), hash)).isTrue();
        assertThat(output.getAll()).doesNotContain(made.password(), "vigie_");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void givenTheGeneratedPassword_whenChanged_thenThatIsKnownFromThenOn() {
        FirstStartApi api = new FirstStartApi(accounts, true);
        start();
        String generated = credentials().password();
        assertThat(api.answer().passwordChanged()).isFalse();

        assertThat(accounts.changePassword("admin", generated, generated)).isFalse();
        assertThat(api.answer().passwordChanged()).isFalse();
        assertThat(accounts.changePassword("admin", generated, "another password"))
                .isTrue();
        start();
        assertThat(api.answer().passwordChanged()).isTrue();
        assertThat(accounts.changePassword("admin", "another password", generated))
                .as("back to the one that stands in the file")
                .isFalse();
    }

    @Test
    void givenStartedBefore_whenStartedAgain_thenNothingChangesAndWhatWasRevokedStaysRevoked() throws IOException {
        start();
        String before = Files.readString(file());
        Token audit = tokens.of("admin").stream()
                .filter(token -> token.role().equals("auditor"))
                .findFirst()
                .orElseThrow();
        tokens.revoke(audit.tokenId(), "admin", "admin");
        database.jdbc().update("update account set password_hash = 'changed'");

        start();

        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(tokens.of("admin")).hasSize(Role.values().length);
        assertThat(new Remembered(SecretText.TOKEN, tokens::find, clock)
                        .actor(credentials().tokens().getOrDefault(Role.AUDITOR, "")))
                .isEmpty();
        assertThat(database.jdbc().queryForObject("select password_hash from account", String.class))
                .isEqualTo("changed");
    }

    @Test
    void givenDeathBetweenFileAndDatabase_whenStartedAgain_thenTheSameIsKnown() throws IOException {
        Credentials.random().write(file());
        String before = Files.readString(file());

        start();

        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(new Remembered(SecretText.TOKEN, tokens::find, clock)
                        .actor(credentials().tokens().getOrDefault(Role.OPERATOR, "")))
                .isPresent();
    }

    @Test
    void givenAccountsAndNoFile_whenStarted_thenNobodyNewGetsIn() {
        accounts.add(new Account("ada", Set.of(Role.ADMINISTRATOR), null), "tests");

        start();

        assertThat(file()).doesNotExist();
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void givenFileThatOthersCanRead_whenStarted_thenOnlyItsOwnerCan() throws IOException {
        start();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account=admin", "\\u00", "account=admin\npassword=x\ntoken.auditor=short"})
    void givenFileThatIsNotWhole_whenStarted_thenItSaysSoAndChangesNothing(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The file credentials ");

        assertThat(accounts.isEmpty()).isTrue();
        assertThat(Files.readString(file())).isEqualTo(content);
    }

    @Test
    void givenFolderThatIsNotThere_whenStarted_thenItSaysSoAndKnowsNobody() {
        assertThatThrownBy(
                        () -> new FirstStart(folder.resolve("no/credentials"), database, accounts, tokens, clock).run())
                .isInstanceOf(StartRefused.class);

        assertThat(accounts.isEmpty()).isTrue();
    }
}
