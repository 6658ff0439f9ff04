package io.vigie.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.contracts.score.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/** A running service with a past, and rebuilds of its views from that past. */
public record RebuildRig(Http http, Publisher publisher) {

    /** Lets some clients live, with poison among their events and an early event at the end; the id of the last. */
    public String history(int clients) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        String manager = Lives.id();
        records.add(Publisher.event(new AccountManagerRegistered(manager, new Personal("Ada"), 9), 1, Lives.NOON));
        String last = "";
        for (int i = 0; i < clients; i++) {
            last = Lives.id();
            records.add(Publisher.event(Lives.registered(last, "A", "B", "TX", manager), 1, Lives.NOON));
            records.add(Publisher.with(
                    Publisher.event(Lives.purchase(last, "1"), 2, Lives.NOON), Headers.TYPE, "client-abducted"));
            records.add(Publisher.event(Lives.purchase(last, "20"), 2, Lives.NOON));
            records.add(Publisher.score(Lives.score(last, 1, 1, 0.5, new SourcePosition(0, i))));
            records.add(Publisher.score(Lives.score(last, 2, 2, 0.6, new SourcePosition(0, i))));
        }
        records.add(Publisher.event(new ClientSitesChanged(last, 4), 7, Lives.NOON));
        publisher.send(records);
        http.until(
                "/api/clients/" + last,
                json -> json.path("version").asLong() == 2
                        && json.path("risk").path("clientVersion").asLong() == 2);
        return last;
    }

    /** Rebuilds and waits; the report, which says that it was completed. */
    public JsonNode rebuilt(String body) {
        var begun = http.post("/api/rebuilds", body);
        assertThat(begun.status()).as(begun.response().body()).isEqualTo(202);
        JsonNode report = http.until(begun.header("Location"), json -> List.of("completed", "failed")
                .contains(json.get("state").asString()));
        assertThat(report.get("state").asString()).as(report.toString()).isEqualTo("completed");
        return report;
    }
}
