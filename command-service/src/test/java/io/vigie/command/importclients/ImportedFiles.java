package io.vigie.command.importclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Files that are sent to a running service, and what becomes of them. */
record ImportedFiles(RunningService service) {

    static final String HEADER =
            "Names,Age,Total_Purchase,Account_Manager,Years,Num_Sites,Onboard_date,Location,Company,Churn\n";

    static String row(String name, String age, String managed, String churn) {
        return name + "," + age + ",12884.75," + managed
                + ",6.67,12.0,2016-06-29 06:20:07,\"1331 Keith Court Alyssahaven, DE 90114\",Love-Jones," + churn
                + "\n";
    }

    /** The counts of an import as a sentence. */
    static String counts(JsonNode progress) {
        StringBuilder counts = new StringBuilder();
        for (String name : List.of("total", "processed", "accepted", "duplicate", "rejected", "conflicts")) {
            counts.append(name).append(' ').append(progress.get(name).asLong()).append(' ');
        }
        return counts.toString().strip();
    }

    /** A rejection as a sentence. */
    static String told(JsonNode finding) {
        return finding.get("line").asInt() + " "
                + (finding.get("column").isNull()
                        ? "null"
                        : finding.get("column").asString()) + " "
                + finding.get("reason").asString();
    }

    Answer post(String file, String... headers) {
        return post(file.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(byte[] file, String... headers) {
        return service.sendAs("text/csv", "POST", "/api/imports/clients", file, headers);
    }

    /** Sends the file and waits until it is done. */
    JsonNode imported(String file) {
        return done(accepted(post(file)));
    }

    /** The id of an import that was taken. */
    static String accepted(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        String id = answer.json().get("importId").asString();
        assertThat(answer.header("Location")).isEqualTo("/api/imports/" + id);
        return id;
    }

    JsonNode progress(String importId) {
        return service.send("GET", "/api/imports/" + importId).json();
    }

    /** Waits until that import is done. */
    JsonNode done(String importId) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> progress(importId),
                        progress -> !progress.get("state").asString().equals("running"));
    }

    /** Of clients. */
    int events() {
        return count("domain_event_entry where payload_type not like 'model-%'");
    }

    int imports() {
        return count("client_import");
    }

    int chunks() {
        return count("client_import_chunk");
    }

    private int count(String table) {
        Integer count = service.jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? -1 : count;
    }
}
