package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that need a person, or two. */
class PromoteModelTest {

    private static final String ID = "3f0c2e6a-8d1b-4d7e-9f55-0a6f3f1c2b9d";
    private static final String CHAMPION = "PUT /api/models/churn/aliases/champion";
    private static final String SIGN_IN = "POST /api/sign-in";
    private static final String SIGN_OUT = "POST /api/sign-out";
    private static final String CHANGES = "GET /api/models/churn/versions/2/band-changes?limit=1";

    private static final String PROPOSAL = """
            {"proposalId":"%s","modelName":"churn","version":2,"reason":"better","proposedBy":"ann",
            "proposedAt":"2026-01-01T00:00:00Z","endsAt":"2026-01-08T00:00:00Z"}""".formatted(ID);

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
        Path password = Files.writeString(folder.resolve("password"), "secret of ann\nsomething else\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        system.answers(
                SIGN_IN,
                200,
                "{\"accountId\":\"ann\",\"csrfToken\":\"c-1\"}",
                Map.of("Set-Cookie", "vigie_session=s-1; Path=/; HttpOnly; SameSite=Strict"));
        system.answers(SIGN_OUT, 204, "");
        system.answers(
                CHANGES,
                200,
                "{\"version\":2,\"against\":1,\"clients\":1234,\"unscorable\":3,\"changed\":56,"
                        + "\"from\":{\"low\":{\"medium\":50},\"high\":{\"low\":6}},\"items\":[]}");
        system.answers("GET /api/models/churn/proposals", 200, "{\"items\":[" + PROPOSAL + "]}");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    private Run promote(String... more) {
        return run("model promote churn/2 --reason better --as ann", more);
    }

    private Run run(String verb, String... more) {
        String[] words = verb.split(" ");
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return system.run(all);
    }

    private String[] sure() {
        return new String[] {
            "--yes", "--password-file", folder.resolve("password").toString()
        };
    }

    @Test
    void givenAPerson_whenPromoting_thenTheChangesAreToldAndItIsAProposal() {
        system.answers(CHAMPION, 202, PROPOSAL);

        Run run = promote(sure());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(ID, "churn", "2026-01-08T00:00:00Z");
        assertThat(run.err())
                .contains("56 of 1,234 clients would change band (against version 1); 3 can't be scored.")
                .containsPattern("low +medium +50\nhigh +low +6")
                .contains("./vigie model confirm churn " + ID);
        assertThat(system.asked())
                .containsExactly(
                        CHANGES + " ",
                        SIGN_IN + " {\"accountId\":\"ann\",\"password\":\"secret of ann\"}",
                        CHAMPION + " {\"version\":2,\"reason\":\"better\"}",
                        SIGN_OUT + " ");
        assertThat(system.askedWith("Cookie")).containsExactly("", "", "vigie_session=s-1", "vigie_session=s-1");
        assertThat(system.askedWith("X-csrf-token")).containsExactly("", "", "c-1", "c-1");
    }

    @Test
    void givenARefusal_whenPromoting_thenThePersonIsSignedOutAllTheSame() {
        system.answers(CHAMPION, 409, "{\"type\":\"/problems/model-retired\",\"detail\":\"It is retired.\"}");

        Run run = promote(sure());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("It is retired.\n");
        assertThat(system.asked()).last().isEqualTo(SIGN_OUT + " ");
    }

    @Test
    void givenNoChampionToCompareWith_whenPromoting_thenThatIsToldAndItGoesOn() {
        system.answers(CHANGES, 409, "{\"detail\":\"There is no champion to compare with.\"}");
        system.answers(CHAMPION, 202, PROPOSAL);

        Run run = promote(sure());

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("can't be told: There is no champion to compare with.");
    }

    @Test
    void givenAnUnknownVersion_whenPromoting_thenNobodySignsIn() {
        system.answers(CHANGES, 404, "{\"detail\":\"There is no such version.\"}");

        Run run = promote(sure());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualToNormalizingNewlines("There is no such version.\n");
        assertThat(system.asked()).containsExactly(CHANGES + " ");
    }

    @Test
    void givenAWrongPassword_whenPromoting_thenOneAttemptAndASentence() {
        system.answers(SIGN_IN, 401, "{\"detail\":\"Account and password don't belong together.\"}");

        Run run = promote(sure());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).endsWith("ann can't sign in: Account and password don't belong together.\n");
        assertThat(system.asked()).hasSize(2);
    }

    @Test
    void givenTooManyAttempts_whenPromoting_thenItIsNotTriedAgain() {
        system.answers(SIGN_IN, 429, "{\"detail\":\"There were too many attempts.\"}");

        assertThat(promote(sure()).exit()).isEqualTo(1);
        assertThat(system.asked())
                .filteredOn(asked -> asked.startsWith(SIGN_IN))
                .hasSize(1);
    }

    @Test
    void givenNoTerminal_whenPromoting_thenNothingIsDoneWithoutYesAndAPassword() {
        assertThat(promote().exit()).isEqualTo(2);

        Run run = promote("--yes");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--password-file");
        assertThat(run("model promote churn/2 --reason a --yes").err()).contains("Say with --as who signs in.");
        assertThat(system.asked()).allMatch(asked -> asked.startsWith(CHANGES));
    }

    @Test
    void givenAnotherPerson_whenConfirming_thenTheVersionAndReasonAreTheProposals() {
        system.answers(
                CHAMPION, 200, "{\"modelName\":\"churn\",\"revision\":7,\"version\":2,\"consistencyToken\":\"99\"}");

        Run run = run("model confirm churn " + ID + " --as ben -o csv", sure());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines("modelName,version,revision,consistencyToken\nchurn,2,7,99\n");
        assertThat(run.err()).contains("ann", "better", "56 of 1,234 clients", "churn/2 is champion now");
        assertThat(system.asked())
                .contains(CHAMPION + " {\"version\":2,\"reason\":\"better\",\"proposalId\":\"" + ID + "\"}");
    }

    @Test
    void givenTheSamePerson_whenConfirming_thenHowToMakeAnother() {
        system.answers(
                CHAMPION,
                403,
                "{\"type\":\"/problems/second-person-needed\",\"detail\":\"Let another person do so.\"}");

        Run run = run("model confirm churn " + ID + " --as ann", sure());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Let another person do so. Sign them in with --as; ./vigie account create");
    }

    @Test
    void givenAProposalThatIsNotOpen_whenConfirming_thenNobodySignsIn() {
        Run run = run("model confirm churn 00000000-8d1b-4d7e-9f55-0a6f3f1c2b9d --as ben", sure());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("There is no such proposal");
        assertThat(system.asked()).containsExactly("GET /api/models/churn/proposals ");
    }

    @Test
    void givenProposals_whenListedAndWithdrawn_thenByItsPerson() {
        system.answers("DELETE /api/models/churn/proposals/" + ID, 204, "");

        assertThat(run("model proposals churn").out()).contains(ID, "ann", "better");
        Run run = run("model withdraw churn " + ID + " --as ann -o csv", "--password-file", sure()[2]);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("proposal,action\n" + ID + ",withdrawn\n");
        assertThat(system.asked())
                .containsSubsequence("DELETE /api/models/churn/proposals/" + ID + " ", SIGN_OUT + " ");
    }
}
