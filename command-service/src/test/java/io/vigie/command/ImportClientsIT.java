package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import io.vigie.command.testing.Servers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ImportClientsIT {

    private static final String HEADER =
            "Names,Age,Total_Purchase,Account_Manager,Years,Num_Sites,Onboard_date,Location,Company,Churn\n";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
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

        JsonNode first = imported(file);
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

        int before = eventCount();
        JsonNode second = imported(file);
        assertThat(counts(second)).isEqualTo("total 3 processed 3 accepted 0 duplicate 3 rejected 0 conflicts 0");
        assertThat(second.get("consistencyToken")).isEqualTo(first.get("consistencyToken"));
        assertThat(eventCount()).isEqualTo(before);
    }

    @Test
    void givenRowsInOtherFormOfTheSameText_whenImported_thenDuplicates() {
        JsonNode told = imported(HEADER
                + row("Zoë  Form", "38", "0", "0")
                + row("Zoe\u0308 Form", "38.0", "0", "0")
                + row(" Zoë Form\u00a0", "38", "0", "0"));

        assertThat(counts(told)).isEqualTo("total 3 processed 3 accepted 1 duplicate 2 rejected 0 conflicts 0");
    }

    @Test
    void givenOtherContentOfTheSameClient_whenImported_thenConflictNamesTheColumnAndLaterChangesDoNotCount() {
        imported(HEADER + row("Con Flict", "38", "0", "0"));
        String id = service.jdbc()
                .queryForObject(
                        "select aggregate_identifier from read_as_text where payload -> 'personal' ->> 'name' = 'Con Flict'",
                        String.class);
        service.send("PUT", "/api/clients/" + id + "/sites", "{\"numSites\":99}");

        JsonNode told = imported(HEADER
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
    void givenPartlyBadRows_whenImported_thenTheGoodAreTakenAndEachBadIsTold() {
        JsonNode told = imported(HEADER
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
        assertThat(told.get("rejections").valueStream().map(ImportClientsIT::told))
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
        assertThat(told.toString()).doesNotContain("abc", "Bad Age", "30/02");
    }

    @Test
    void givenRejections_whenPaged_thenEachOnce() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 7; i++) {
            file.append(row("", "38", "0", "0"));
        }
        String id = imported(file.toString()).get("importId").asString();

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

    @Test
    void givenFileWithoutOptionalColumnsAndWithByteOrderMark_whenImported_thenTaken() {
        JsonNode told = imported("\uFEFFNames,Age,Total_Purchase,Years,Num_Sites,Onboard_date,Location,Company\r\n"
                + "Plain Row,38,12.5,,3,2016-06-29,\"1 A St, Reno, NV 89501\",\"Quoted \"\"Inc\"\"\"\r"
                + "\n\n"
                + "Plain Row,38,12.5,,3,2016-06-30,\"2 B St\nSecond line\",Inc");

        assertThat(counts(told)).isEqualTo("total 2 processed 2 accepted 1 duplicate 0 rejected 1 conflicts 0");
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
        Answer answer = post((header + "\nx\n").getBytes(StandardCharsets.UTF_8));

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
        int before = imports();

        assertThat(post(zipped.toByteArray()).toString()).contains("422", "compressed");
        assertThat(post(HEADER.getBytes(StandardCharsets.UTF_16)).toString()).contains("422", "UTF-16");
        assertThat(post(HEADER.getBytes(StandardCharsets.UTF_16LE)).toString()).contains("422", "UTF-16");
        assertThat(post(new byte[0]).toString()).contains("422", "empty");
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
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void givenQuoteLeftOpen_whenSent_thenRefusedWithItsLineAndNothingKept() {
        int before = imports();
        String file = HEADER + row("Fine Row", "38", "0", "0") + "\"Open,38,1,0\n";
        Answer atTheEnd = post(file.getBytes(StandardCharsets.UTF_8));
        Answer forLong = post((file + "x,y\n".repeat(500_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(atTheEnd.problem()).isEqualTo("unclosed-quote");
        assertThat(atTheEnd.json().get("line").asInt()).isEqualTo(3);
        assertThat(forLong.problem()).isEqualTo("unclosed-quote");
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void givenSameKeyAndFile_whenSentAgain_thenTheFirstImportIsTold() {
        byte[] file = (HEADER + row("Keyed Row", "38", "0", "0")).getBytes(StandardCharsets.UTF_8);
        Answer first = service.sendAs("text/csv", "POST", "/api/imports/clients", file, "Idempotency-Key", "file-1");
        Answer again = service.sendAs("text/csv", "POST", "/api/imports/clients", file, "Idempotency-Key", "file-1");
        Answer other = service.sendAs(
                "text/csv",
                "POST",
                "/api/imports/clients",
                HEADER.getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                "file-1");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void givenTwoIdenticalFilesAtOnceOverTwoInstances_whenImported_thenEachClientOnce() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 3_000; i++) {
            file.append(row("Twin " + i, "38", "0", "0"));
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        String url = Servers.newDatabase();
        try (RunningService one = RunningService.on(url);
                RunningService other = RunningService.on(url)) {
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(
                    () -> other.sendAs("text/csv", "POST", "/api/imports/clients", bytes));
            JsonNode first = awaitDone(one, one.sendAs("text/csv", "POST", "/api/imports/clients", bytes));
            JsonNode last = awaitDone(other, second.join());

            assertThat(first.get("accepted").asInt() + last.get("accepted").asInt())
                    .isEqualTo(3_000);
            assertThat(first.get("duplicate").asInt() + last.get("duplicate").asInt())
                    .isEqualTo(3_000);
            assertThat(one.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class))
                    .isEqualTo(3_000);
        }
    }

    @Test
    void givenServiceStoppedInTheMiddle_whenStartedAgain_thenItGoesOnAndNothingIsTwice() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            file.append(row("Resumed " + i, "38", "0", "0"));
        }
        String url = Servers.newDatabase();
        String id;
        try (RunningService first = RunningService.on(url)) {
            id = first.sendAs(
                            "text/csv",
                            "POST",
                            "/api/imports/clients",
                            file.toString().getBytes(StandardCharsets.UTF_8))
                    .json()
                    .get("importId")
                    .asString();
            while (first.send("GET", "/api/imports/" + id)
                            .json()
                            .get("processed")
                            .asInt()
                    == 0) {
                Thread.onSpinWait();
            }
        }
        try (RunningService second = RunningService.on(url)) {
            Integer atStart = second.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class);
            JsonNode done = awaitDone(second, id);

            assertThat(atStart).isPositive();
            assertThat(counts(done))
                    .isEqualTo("total 20000 processed 20000 accepted 20000 duplicate 0 rejected 0 conflicts 0");
            assertThat(second.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class))
                    .isEqualTo(20_000);
            assertThat(second.jdbc().queryForObject("select count(*) from client_import_chunk", Integer.class))
                    .isZero();
        }
    }

    @Test
    void givenThePublicFiles_whenImported_thenEveryRowIsTaken() throws Exception {
        String data = System.getProperty("vigie.data", "");
        assumeTrue(!data.isEmpty(), "needs -Dvigie.data");
        String churn = Files.readString(Path.of(data, "churn", "customer_churn.csv"));
        String fresh = Files.readString(Path.of(data, "churn", "new_customers.csv"));

        assertThat(counts(imported(churn)))
                .isEqualTo("total 720 processed 720 accepted 720 duplicate 0 rejected 0 conflicts 0");
        assertThat(counts(imported(churn)))
                .isEqualTo("total 720 processed 720 accepted 0 duplicate 720 rejected 0 conflicts 0");
        JsonNode told = imported(fresh);
        assertThat(counts(told)).isEqualTo("total 6 processed 6 accepted 6 duplicate 0 rejected 0 conflicts 0");
        assertThat(told.get("warnings").asInt()).isEqualTo(2);
    }

    private static String row(String name, String age, String managed, String churn) {
        return name + "," + age + ",12884.75," + managed
                + ",6.67,12.0,2016-06-29 06:20:07,\"1331 Keith Court Alyssahaven, DE 90114\",Love-Jones," + churn
                + "\n";
    }

    private static JsonNode imported(String file) {
        return awaitDone(service, post(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer post(byte[] file) {
        return service.sendAs("text/csv", "POST", "/api/imports/clients", file);
    }

    private static JsonNode awaitDone(RunningService service, Answer accepted) {
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String id = accepted.json().get("importId").asString();
        assertThat(accepted.header("Location")).isEqualTo("/api/imports/" + id);
        return awaitDone(service, id);
    }

    private static JsonNode awaitDone(RunningService service, String id) {
        for (int i = 0; i < 6_000; i++) {
            JsonNode progress = service.send("GET", "/api/imports/" + id).json();
            if (!progress.get("state").asString().equals("running")) {
                return progress;
            }
            pause();
        }
        throw new AssertionError("import " + id + " doesn't end");
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String counts(JsonNode progress) {
        StringBuilder counts = new StringBuilder();
        for (String name : List.of("total", "processed", "accepted", "duplicate", "rejected", "conflicts")) {
            counts.append(name).append(' ').append(progress.get(name).asLong()).append(' ');
        }
        return counts.toString().strip();
    }

    private static String told(JsonNode finding) {
        return finding.get("line").asInt() + " "
                + (finding.get("column").isNull()
                        ? "null"
                        : finding.get("column").asString()) + " "
                + finding.get("reason").asString();
    }

    private static int eventCount() {
        Integer count = service.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class);
        return count == null ? -1 : count;
    }

    private static int imports() {
        Integer count = service.jdbc().queryForObject("select count(*) from client_import", Integer.class);
        return count == null ? -1 : count;
    }
}
