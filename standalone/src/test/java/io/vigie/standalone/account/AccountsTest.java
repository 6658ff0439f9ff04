package io.vigie.standalone.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs for accounts, which an administrator signs in for. */
class AccountsTest {

    private static final String SIGN_IN = "POST /api/sign-in {\"accountId\":\"admin\",\"password\":\"admin's secret\"}";

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;
    private String admin;
    private String another;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
        admin = password("admin", "admin's secret");
        another = password("another", "secret of another");
        // As the first start leaves it.
        Files.writeString(folder.resolve("credentials"), "account=admin\npassword=of the first start\n");
        system.answers(
                "POST /api/sign-in",
                200,
                "{\"accountId\":\"admin\",\"csrfToken\":\"c-1\"}",
                Map.of("Set-Cookie", "vigie_session=s-1; Path=/"));
        system.answers("POST /api/sign-out", 204, "");
        system.answers("POST /api/accounts", 201, "{\"accountId\":\"ann\"}");
        system.answers("DELETE /api/accounts/ann", 204, "");
    }

    private String password(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"))
                .toString();
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenAPerson_whenCreated_thenTheAccountOfTheFirstStartSignsInForIt() {
        Run run = system.run(
                "account",
                "create",
                "ann",
                "--role",
                "data-scientist,auditor",
                "--new-password-file",
                another,
                "--password-file",
                admin,
                "-o",
                "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("account,roles\nann,data-scientist auditor\n");
        assertThat(system.asked())
                .containsExactly(
                        SIGN_IN,
                        "POST /api/accounts {\"accountId\":\"ann\",\"roles\":[\"data-scientist\",\"auditor\"],"
                                + "\"password\":\"secret of another\"}",
                        "POST /api/sign-out ");
        assertThat(system.askedWith("Cookie")).containsExactly("", "vigie_session=s-1", "vigie_session=s-1");
    }

    @Test
    void givenAProgram_whenCreated_thenItHasNoPassword() {
        Run run = system.run(
                "account",
                "create",
                "p",
                "--role",
                "account-manager",
                "--account-manager",
                "am-1",
                "--program",
                "--password-file",
                admin);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(system.asked())
                .contains("POST /api/accounts {\"accountId\":\"p\",\"roles\":[\"account-manager\"],"
                        + "\"accountManagerId\":\"am-1\"}");
    }

    @Test
    void givenNoTerminal_whenCreated_thenNobodySignsIn() {
        Run run = system.run("account", "create", "ann", "--role", "auditor", "--password-file", admin);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--new-password-file");
        assertThat(system.asked()).isEmpty();
    }

    @Test
    void givenAnAccount_whenRemoved_thenByTheAdministrator() {
        Run run = system.run("account", "remove", "ann", "--password-file", admin, "-o", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("account,action\nann,removed\n");
        assertThat(system.asked()).containsExactly(SIGN_IN, "DELETE /api/accounts/ann ", "POST /api/sign-out ");
    }

    @Test
    void givenAccounts_whenListed_thenNobodySignsIn() {
        system.answers(
                "GET /api/accounts",
                200,
                "{\"items\":[{\"accountId\":\"ann\",\"roles\":[\"auditor\",\"operator\"],\"accountManagerId\":null,"
                        + "\"createdAt\":\"t1\",\"disabledAt\":null}]}");

        assertThat(system.run("account", "list", "-o", "csv").out())
                .isEqualToNormalizingNewlines(
                        "account,roles,account manager,created at,removed at\nann,auditor operator,,t1,\n");
        assertThat(system.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "create", "remove"})
    void givenHelp_whenAsked_thenExamplesAreThere(String verb) {
        assertThat(system.run("account", verb, "--help").out())
                .contains("Usage:", "Examples:", "vigie account " + verb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create ann", "create --role auditor", "remove"})
    void givenWrongUsage_whenRun_thenExit2(String verb) {
        assertThat(system.run(("account " + verb).split(" ")).exit()).isEqualTo(2);
    }
}
