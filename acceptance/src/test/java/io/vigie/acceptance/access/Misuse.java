package io.vigie.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.faults.RawProducer;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Everything that goes wrong with somebody's name in it. */
final class Misuse {

    private static final String HEADER =
            "Names,Age,Total_Purchase,Account_Manager,Years,Num_Sites,Onboard_date,Location,Company,Churn\n";
    private static final String ROW =
            "Quillfeather %s,%s,9800.5,0,6.5,12,2019-05-02 08:15:30,\"1 Thistledown Lane, Portland, ME 04101\",Brambleworth,0\n";

    private Misuse() {}

    /** Requests that can't be used, by their values, their form and their place. */
    static void requests(Api api) throws Exception {
        for (String field : List.of("name", "company", "location", "age", "onboardedOn", "totalPurchase", "state")) {
            Map<String, Object> registration = new HashMap<>(Portfolios.registration("bad"));
            registration.put(field, List.of("Quillfeather", "Brambleworth"));
            refused(api.post("/api/clients", registration));
            registration.put(field, "Thistledown ".repeat(1_000));
            refused(api.post("/api/clients", registration));
        }
        String cutOff = Json.write(Portfolios.registration("bad"));
        refused(api.send("POST", "/api/clients", cutOff.substring(0, cutOff.length() - 5), Map.of()));
        refused(api.post("/api/clients", Map.of("Quillfeather", "Brambleworth")));
        refused(api.send("POST", "/api/clients", cutOff, Map.of("Content-Type", "text/Quillfeather")));
        refused(api.get("/api/clients/Quillfeather"));
        refused(api.get("/api/clients?sort=Quillfeather"));
        refused(api.get("/api/clients?cursor=Quillfeather"));
        refused(api.get("/api/Quillfeather"));
        refused(api.send("POST", "/api/clients", cutOff, Map.of("Idempotency-Key", "Quillfeather ".repeat(100))));
        refused(api.send(
                "PATCH",
                "/api/clients/ada-1",
                Json.write(Map.of("name", "Quillfeather")),
                Map.of("If-Match", "\"99\"")));
        assertThat(api.get("/api/clients?q=Quillfeather").status()).isEqualTo(200);
    }

    /** A file of which some rows are taken and others aren't. */
    static void file(Api api) throws Exception {
        String rows = ROW.formatted("one", "44") + ROW.formatted("two", "much too old, says Brambleworth")
                + ROW.formatted("three", "Thistledown") + "Quillfeather alone\n" + ROW.formatted("one", "44");
        Answer accepted = api.send("POST", "/api/imports/clients", HEADER + rows, Map.of("Content-Type", "text/csv"));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String path = "/api/imports/" + accepted.body().path("importId").asString();
        Patience.await(
                "the import is completed",
                Duration.ofMinutes(1),
                () -> api.get(path).body().path("state").asString().equals("completed"));
        refused(api.send("POST", "/api/imports/clients", rows, Map.of("Content-Type", "text/csv")));
    }

    /** Records that nobody can read, until each reader has told so. */
    static void records(RunningVigie vigie) throws Exception {
        try (RawProducer producer = RawProducer.plain(vigie.kafka())) {
            for (String value : List.of("{Quillfeather", "{\"clientId\":\"ada-1\",\"personal\":\"Brambleworth\"}")) {
                producer.send(new ProducerRecord<>(
                        Topics.CLIENT_EVENTS.name(), "Thistledown", value.getBytes(StandardCharsets.UTF_8)));
            }
        }
        Patience.await(
                "a letter of each reader",
                Duration.ofMinutes(1),
                () -> vigie.api().all("/api/dead-letters").size() >= 4);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }
}
