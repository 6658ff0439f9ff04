package io.vigie.benchmarks.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The least that takes a POST and stores it in the same table: no rules, no framework, no relay; nobody is asked who they are. */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class BarePost {

    private static final String INSERT = """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            values (?, ?, 0, 'Client', ?, 'client-registered', '1', ?, ?)
            returning transaction_id::text::bigint""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    BarePost(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public static void main(String[] args) {
        SpringApplication.run(BarePost.class, args);
    }

    /** What a command is answered with. */
    record Answer(String clientId, long version, String consistencyToken) {}

    @PostMapping("/api/clients")
    ResponseEntity<Answer> post(@RequestBody JsonNode body) {
        String clientId = UUID.randomUUID().toString();
        ObjectNode payload = json.createObjectNode();
        payload.put("clientId", clientId);
        ObjectNode personal = payload.putObject("personal");
        personal.set("name", body.get("name"));
        personal.set("company", body.get("company"));
        personal.set("location", body.get("location"));
        payload.put("state", "AK");
        payload.set("age", body.get("age"));
        payload.set("onboardedOn", body.get("onboardedOn"));
        payload.set("years", body.get("years"));
        payload.set("totalPurchase", body.get("totalPurchase"));
        payload.set("numSites", body.get("numSites"));
        payload.putNull("accountManagerId");
        payload.put("managedElsewhere", false);
        String cause = UUID.randomUUID().toString();
        String metadata = "{\"actor\":\"admin\",\"actorKind\":\"user\",\"correlationId\":\"%s\",\"causationId\":\"%s\"}"
                .formatted(cause, cause);
        Long transaction = jdbc.queryForObject(
                INSERT,
                Long.class,
                UUID.randomUUID().toString(),
                clientId,
                Instant.now().toString(),
                json.writeValueAsBytes(payload),
                metadata.getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.created(URI.create("/api/clients/" + clientId))
                .eTag("\"1\"")
                .body(new Answer(clientId, 1, String.valueOf(transaction)));
    }
}
