package io.vigie.command.importclients;

import static io.vigie.command.importclients.ImportedFiles.HEADER;
import static io.vigie.command.importclients.ImportedFiles.counts;
import static io.vigie.command.importclients.ImportedFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigie.command.testing.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of rows that can be read. */
class ImportClientsIT {

    private static RunningService service;
    private static ImportedFiles files;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        files = new ImportedFiles(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenFile_whenImported_thenEachRowIsAClientAndASecondTimeADuplicate() {
        String file = HEADER
                + row("Ann Import", "38.0", "0", "0")
                + row("Ben Import", "39", "1", "0")
                + row("Cem Import", "40", "0", "1");

        JsonNode first = files.imported(file);
        assertThat(first.get("state").asString()).isEqualTo("completed");
        assertThat(counts(first)).isEqualTo("total 3 processed 3 accepted 3 duplicate 0 rejected 0 conflicts 0");
        List<String> events = service.jdbc()
                .queryForList("""
                        select event_type || ' ' || version || ' ' || (metadata ->> 'actorKind') || ' '
                            || coalesce(payload ->> 'managedElsewhere', payload ->> 'reason')
                        from read_as_text where metadata ->> 'correlationId' = ? order by global_index""", String.class, first.get("importId").asString());
        assertThat(events)
                .containsExactly(
                        "client-registered 1 integration false",
                        "client-registered 1 integration true",
                        "client-registered 1 integration false",
                        "client-departed 2 integration imported as left");

        int before = files.events();
        JsonNode second = files.imported(file);
        assertThat(counts(second)).isEqualTo("total 3 processed 3 accepted 0 duplicate 3 rejected 0 conflicts 0");
        assertThat(second.get("consistencyToken")).isEqualTo(first.get("consistencyToken"));
        assertThat(files.events()).isEqualTo(before);
    }

    @Test
    void givenRowsInOtherFormOfTheSameText_whenImported_thenDuplicates() {
        JsonNode told = files.imported(HEADER
                + row("Zoë  Form", "38", "0", "0")
                + row("Zoe\u0308 Form", "38.0", "0", "0")
                + row(" Zoë Form\u00a0", "38", "0", "0"));

        assertThat(counts(told)).isEqualTo("total 3 processed 3 accepted 1 duplicate 2 rejected 0 conflicts 0");
    }

    @Test
    void givenOtherContentOfTheSameClient_whenImported_thenConflictNamesTheColumnAndLaterChangesDoNotCount() {
        files.imported(HEADER + row("Con Flict", "38", "0", "0"));
        String id = service.jdbc()
                .queryForObject(
                        "select aggregate_identifier from read_as_text where payload -> 'personal' ->> 'name' = 'Con Flict'",
                        String.class);
        service.send("PUT", "/api/clients/" + id + "/sites", "{\"numSites\":99}");

        JsonNode told = files.imported(HEADER
                + row("Con Flict", "38", "0", "0")
                + row("Con Flict", "39", "0", "0")
                + row("Con Flict", "38", "1", "0")
                + row("Con Flict", "38", "0", "1"));

        assertThat(counts(told)).isEqualTo("total 4 processed 4 accepted 0 duplicate 1 rejected 3 conflicts 3");
        assertThat(told.get("rejections").toString()).isEqualTo("""
                        [{"line":3,"column":"Age","reason":"conflict: the client is registered with another value"},\
                        {"line":4,"column":"Account_Manager","reason":"conflict: the client is registered with another value"},\
                        {"line":5,"column":"Churn","reason":"conflict: the client is registered with another value"}]""");
    }

    @Test
    void givenFileWithoutOptionalColumnsAndWithByteOrderMark_whenImported_thenTaken() {
        JsonNode told =
                files.imported("\uFEFFNames,Age,Total_Purchase,Years,Num_Sites,Onboard_date,Location,Company\r\n"
                        + "Plain Row,38,12.5,,3,2016-06-29,\"1 A St, Reno, NV 89501\",\"Quoted \"\"Inc\"\"\"\r"
                        + "\n\n"
                        + "Plain Row,38,12.5,,3,2016-06-30,\"2 B St\nSecond line\",Inc");

        assertThat(counts(told)).isEqualTo("total 2 processed 2 accepted 1 duplicate 0 rejected 1 conflicts 0");
    }

    @Test
    void givenThePublicFiles_whenImported_thenEveryRowIsTaken() throws Exception {
        String data = System.getProperty("vigie.data", "");
        assumeTrue(!data.isEmpty(), "needs -Dvigie.data");
        String churn = Files.readString(Path.of(data, "churn", "customer_churn.csv"));
        String fresh = Files.readString(Path.of(data, "churn", "new_customers.csv"));

        assertThat(counts(files.imported(churn)))
                .isEqualTo("total 720 processed 720 accepted 720 duplicate 0 rejected 0 conflicts 0");
        assertThat(counts(files.imported(churn)))
                .isEqualTo("total 720 processed 720 accepted 0 duplicate 720 rejected 0 conflicts 0");
        JsonNode told = files.imported(fresh);
        assertThat(counts(told)).isEqualTo("total 6 processed 6 accepted 6 duplicate 0 rejected 0 conflicts 0");
        assertThat(told.get("warnings").asInt()).isEqualTo(2);
    }
}
