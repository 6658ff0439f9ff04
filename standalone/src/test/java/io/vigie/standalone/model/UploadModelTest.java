package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vigie model upload} sends, and what it says of the answer. */
class UploadModelTest {

    private static final String VERSIONS = "POST /api/models/churn/versions";
    private static final String THERE =
            "{\"modelName\":\"churn\",\"revision\":3,\"version\":2,\"sha256\":\"ab\",\"consistencyToken\":\"9\"}";

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;
    private Path model;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
        model = Files.writeString(folder.resolve("model.pmml"), "<PMML>é</PMML>");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenADocumentAlone_whenUploaded_thenItIsTheBodyAndTheNextStepsAreTold() {
        system.answers(VERSIONS + "?note=of%202026", 201, THERE);

        Run run = system.run("model", "upload", "churn", model.toString(), "--note", "of 2026", "-o", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines("modelName,version,revision,sha256,consistencyToken\nchurn,2,3,ab,9\n");
        assertThat(run.err())
                .contains("churn/2 is there; nothing scores with it yet.")
                .contains("./vigie model changes churn/2", "./vigie model challenge churn/2 --reason TEXT");
        assertThat(system.asked())
                .containsExactly(
                        VERSIONS + "?note=of%202026 <PMML>é</PMML>", "GET /api/models/churn?consistencyToken=9 ");
        assertThat(system.askedWith("Content-type")).containsExactly("application/xml", "");
        assertThat(system.askedWith("Idempotency-key").get(0)).hasSize(36);
    }

    @Test
    void givenAFolderOfTraining_whenUploaded_thenReferenceAndCardGoAlong() throws IOException {
        Files.writeString(folder.resolve("reference.json"), "{\"referencePoint\":{}}");
        Files.writeString(folder.resolve("card.json"), "{\"data\":1}");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"data\":2}");
        system.answers(VERSIONS, 201, THERE);

        Run run = system.run("model", "upload", "churn", folder.toString(), "--card", other.toString(), "--note", "é");

        assertThat(run.exit()).as(run.err()).isZero();
        String boundary = system.askedWith("Content-type").get(0).replace("multipart/form-data; boundary=", "");
        assertThat(system.asked())
                .first()
                .isEqualTo(VERSIONS + " "
                        + String.join(
                                "\r\n",
                                "--" + boundary,
                                "Content-Disposition: form-data; name=\"model\"; filename=\"model\"",
                                "Content-Type: application/xml",
                                "",
                                "<PMML>é</PMML>",
                                "--" + boundary,
                                "Content-Disposition: form-data; name=\"reference\"; filename=\"reference\"",
                                "Content-Type: application/json",
                                "",
                                "{\"referencePoint\":{}}",
                                "--" + boundary,
                                "Content-Disposition: form-data; name=\"card\"; filename=\"card\"",
                                "Content-Type: application/json",
                                "",
                                "{\"data\":2}",
                                "--" + boundary,
                                "Content-Disposition: form-data; name=\"note\"",
                                "Content-Type: text/plain;charset=utf-8",
                                "",
                                "é",
                                "--" + boundary + "--",
                                ""));
    }

    @Test
    void givenADocumentThatIsThere_whenUploadedAgain_thenItIsSaidThatNothingWasRecorded() {
        system.answers(VERSIONS, 200, THERE);

        Run run = system.run("model", "upload", "churn", model.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("This document is churn/2 already; nothing was recorded.");
    }

    @Test
    void givenANameThatNothingScoresWith_whenUploaded_thenThatIsSaidInPlaceOfTheStepsToScoring() {
        system.answers("POST /api/models/fraud/versions", 201, THERE.replace("{", "{\"canScore\":false,"));

        Run run = system.run("model", "upload", "fraud", model.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("Nothing scores with models of this name, whatever alias they get: they can only be asked.")
                .contains("./vigie model evaluate fraud/2")
                .doesNotContain("promote", "challenge", "nothing scores with it yet");
    }

    @Test
    void givenARefusal_whenUploaded_thenElementReasonAndRemedy() {
        system.answers(VERSIONS, 422, """
            {"type":"/problems/model-refused","detail":"x","element":"Apply \\u001b[2J",
            "reason":"it calls a function that isn't allowed","remedy":"Export the model again."}\
            """);

        Run run = system.run("model", "upload", "churn", model.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToNormalizingNewlines("""
            The document is refused.
              element: Apply ?[2J
              reason:  it calls a function that isn't allowed
              remedy:  Export the model again.
            """);
    }

    @Test
    void givenWhatCannotBeSent_whenUploaded_thenASentenceAndNothingIsSent() throws IOException {
        Path large = folder.resolve("large.pmml");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(20_000_001);
        }
        Path empty = Files.createDirectory(folder.resolve("empty"));

        for (String[] files : new String[][] {
            {large.toString(), "larger than the 20 MB"},
            {empty.toString(), "There is no model.pmml in"},
            {folder.resolve("absent").toString(), "There is no file to read at"}
        }) {
            Run run = system.run("model", "upload", "churn", files[0]);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains(files[1]);
        }
        assertThat(system.run("model", "upload", "churn", model.toString(), "--reference", "absent")
                        .exit())
                .isEqualTo(1);
        assertThat(system.asked()).isEmpty();
    }
}
