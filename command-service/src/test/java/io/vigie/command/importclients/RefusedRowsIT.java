package io.vigie.command.importclients;

import static io.vigie.command.importclients.ImportedFiles.HEADER;
import static io.vigie.command.importclients.ImportedFiles.counts;
import static io.vigie.command.importclients.ImportedFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rows and whole files that are not taken, and how they are told. */
class RefusedRowsIT {

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
    void givenPartlyBadRows_whenImported_thenTheGoodAreTakenAndEachBadIsTold() {
        JsonNode told = files.imported(HEADER
                + row("Good One", "38", "0", "0")
                + row("", "38", "0", "0")
                + row("Bad Age", "\"38,5\"", "0", "0")
                + row("Bad Age", "abc", "0", "0")
                + row("Bad Age", "3.7", "0", "0")
                + row("Bad Age", "", "0", "0")
                + row("Bad Age", "1e999", "0", "0")
                + row("Nul\0Byte", "38", "0", "0")
                + row("Flag", "38", "2", "0")
                + "Too,few\n"
                + row("Too Many", "38", "0", "0,x")
                + row("Surplus", "38", "0", "0,")
                + row("Bad Date", "38", "0", "0").replace("2016-06-29 06:20:07", "30/02/2016")
                + row("Bad Day", "38", "0", "0").replace("2016-06-29 06:20:07", "2016-02-30")
                + row("Future", "38", "0", "0").replace("2016-06-29", "2999-06-29")
                + row("Last One", "38", "0", "0").stripTrailing());

        assertThat(counts(told)).isEqualTo("total 16 processed 16 accepted 3 duplicate 0 rejected 13 conflicts 0");
        assertThat(told.get("warnings").asInt()).isEqualTo(1);
        assertThat(told.get("warned").get(0).get("line").asInt()).isEqualTo(13);
        assertThat(told.get("rejections").valueStream().map(ImportedFiles::told))
                .containsExactly(
                        "3 Names must not be blank",
                        "4 Age must have a decimal point, not a decimal comma",
                        "5 Age must be a number",
                        "6 Age must be a whole number from 0 to 150",
                        "7 Age is required",
                        "8 Age must be a whole number from 0 to 150",
                        "9 Names must be one line of text without control characters or direction overrides",
                        "10 Account_Manager must be a whole number from 0 to 1",
                        "11 Total_Purchase is missing: the row has too few fields",
                        "12 null the row has more fields than the header",
                        "14 Onboard_date must be written like 2016-06-29 or 2016-06-29 06:20:07",
                        "15 Onboard_date must be a day that exists, written like 2026-11-22",
                        "16 Onboard_date must be a day from 1900-01-01 to today (UTC)");
        assertThat(told.get("rejections").toString() + told.get("warned")).doesNotContain("abc", "Bad Age", "30/02");
    }

    @Test
    void givenRejections_whenPaged_thenEachOnce() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 7; i++) {
            file.append(row("", "38", "0", "0"));
        }
        String id = files.imported(file.toString()).get("importId").asString();

        StringBuilder lines = new StringBuilder();
        String cursor = "";
        do {
            JsonNode page = service.send("GET", "/api/imports/" + id + "?limit=3" + cursor)
                    .json();
            page.get("rejections")
                    .forEach(rejection ->
                            lines.append(rejection.get("line").asInt()).append(' '));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(lines.toString()).isEqualTo("2 3 4 5 6 7 8 ");
        assertThat(service.send("GET", "/api/imports/" + id + "?limit=501").status())
                .isEqualTo(400);
        assertThat(service.send("GET", "/api/imports/" + id + "?limit=0").status())
                .isEqualTo(400);
        assertThat(service.send("GET", "/api/imports/" + id + "?cursor=garbage").status())
                .isEqualTo(400);
        assertThat(service.send("GET", "/api/imports/nobody").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Names,Age | missing column Total_Purchase",
                "Names,Age,Total_Purchase,Years,Num_Sites,Onboard_date,Location,Company,Shoe_Size | unknown column Shoe_Size",
                "Names,Age,Total_Purchase,Years,Num_Sites,Onboard_date,Location,Company,Age | duplicate column Age",
                "Ann,38,1,0,2,3,2016-06-29,Loc,Com,0 | missing column Names",
                "Names;Age;Total_Purchase | missing column Names",
            })
    void givenBadHeader_whenSent_thenRefusedAtOnceNamingTheColumn(String header, String fault) {
        Answer answer = files.post(header + "\nx\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("bad-header");
        assertThat(answer.toString()).contains(fault);
    }

    @Test
    void givenNoCsvAtAll_whenSent_thenRefusedSayingWhatItIs() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        int before = files.imports();

        assertThat(files.post(zipped.toByteArray()).toString()).contains("422", "compressed");
        assertThat(files.post(HEADER.getBytes(StandardCharsets.UTF_16)).toString())
                .contains("422", "UTF-16");
        assertThat(files.post(HEADER.getBytes(StandardCharsets.UTF_16LE)).toString())
                .contains("422", "UTF-16");
        assertThat(files.post(new byte[0]).toString()).contains("422", "empty");
        assertThat(service.sendAs(
                                "text/csv", "POST", "/api/imports/clients", new byte[] {1}, "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(415);
        assertThat(service.sendAs("application/json", "POST", "/api/imports/clients", new byte[] {1})
                        .status())
                .isEqualTo(415);
        assertThat(service.sendAs("text/csv;charset=utf-16", "POST", "/api/imports/clients", new byte[] {1})
                        .status())
                .isEqualTo(415);
        assertThat(files.imports()).isEqualTo(before);
    }

    @Test
    void givenMoreThan200Megabytes_whenAnnounced_thenRefusedBeforeItIsSent() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/imports/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                    + "Content-Length: " + (200L * 1024 * 1024 + 1) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void givenQuoteLeftOpen_whenSent_thenRefusedWithItsLineAndNothingKept() {
        int before = files.imports();
        String file = HEADER + row("Fine Row", "38", "0", "0") + "\"Open,38,1,0\n";
        Answer atTheEnd = files.post(file);
        Answer forLong = files.post(file + "x,y\n".repeat(500_000));

        assertThat(atTheEnd.problem()).isEqualTo("unclosed-quote");
        assertThat(atTheEnd.json().get("line").asInt()).isEqualTo(3);
        assertThat(forLong.problem()).isEqualTo("unclosed-quote");
        assertThat(files.imports()).isEqualTo(before);
    }
}
