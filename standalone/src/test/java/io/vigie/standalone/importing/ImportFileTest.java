package io.vigie.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vigie import} makes of reports and of the file's own rows. */
class ImportFileTest {

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenRejectedRows_whenImported_thenErrorsFileAndExit3() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "Names,Age\nAda,3\n=Bea,x\n");
        String report = "{\"importId\":\"i\",\"state\":\"completed\",\"total\":2,\"processed\":2,\"accepted\":1,"
                + "\"duplicate\":0,\"rejected\":1,\"conflicts\":0,\"warnings\":0,\"rejections\":["
                + "{\"line\":3,\"column\":\"Age\",\"reason\":\"must be a whole number\"}],\"next\":null}";
        system.answers("POST /api/imports/clients", 202, "{\"importId\":\"i\"}");
        system.answers("GET /api/imports/i?limit=1", 200, report);
        system.answers("GET /api/imports/i?limit=500", 200, report);

        Run run = system.run("import", file.toString(), "-o", "csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        "import,rows,accepted,duplicate,rejected,conflicts,warnings\ni,2,1,0,1,0,0\n");
        assertThat(Files.readString(folder.resolve("a.csv.errors.csv")))
                .isEqualToNormalizingNewlines("line,column,reason,row\n3,Age,must be a whole number,'=Bea,x\n");
    }

    @Test
    void givenAnInterruptedImport_whenImportedAgain_thenItIsWatchedAndNotSentAgain() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "Names\nAda\n");
        system.answers("POST /api/imports/clients", 202, "{\"importId\":\"i\"}");
        system.answers("GET /api/imports/i?limit=1", 400, "{\"detail\":\"as if it were interrupted\"}");
        assertThat(system.run("import", file.toString()).exit()).isEqualTo(1);
        String report = "{\"importId\":\"i\",\"state\":\"completed\",\"total\":1,\"processed\":1,\"accepted\":1}";
        system.answers("GET /api/imports/i", 200, report);
        system.answers("GET /api/imports/i?limit=1", 200, report);

        assertThat(system.run("import", file.toString()).exit()).isZero();
        assertThat(system.asked().stream().filter(request -> request.startsWith("POST")))
                .hasSize(1);
        assertThat(system.run("import", file.toString()).exit()).isZero();
        assertThat(system.asked().stream().filter(request -> request.startsWith("POST")))
                .hasSize(2);
    }

    @Test
    void givenOddRowsBeforeABadOne_whenImported_thenTheErrorsFileHasTheCellsOfAll() throws IOException {
        Path file = folder.resolve("odd.csv");
        Files.write(file, """
                Names,Age
                Surplus,3,
                Short
                "Quoted" more,4
                B\u00e9a,x
                """.getBytes(StandardCharsets.ISO_8859_1));
        String report = """
                {"importId":"i","state":"completed","total":4,"processed":4,"accepted":2,"duplicate":0,"rejected":2,
                "conflicts":0,"warnings":1,"rejections":[
                {"line":3,"column":"Age","reason":"is missing: the row has too few fields"},
                {"line":5,"column":"Names","reason":"must be valid UTF-8"}],"next":null}""";
        system.answers("POST /api/imports/clients", 202, "{\"importId\":\"i\"}");
        system.answers("GET /api/imports/i?limit=1", 200, report);
        system.answers("GET /api/imports/i?limit=500", 200, report);

        assertThat(system.run("import", file.toString()).exit()).isEqualTo(3);

        assertThat(Files.readAllLines(folder.resolve("odd.csv.errors.csv")))
                .containsExactly(
                        "line,column,reason,row",
                        "3,Age,is missing: the row has too few fields,Short",
                        "5,Names,must be valid UTF-8,B\ufffda,x");
    }
}
