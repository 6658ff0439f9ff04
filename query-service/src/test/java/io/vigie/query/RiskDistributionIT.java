package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RiskDistributionIT extends RunningService {

    private static final String PATH = "/api/risk/distribution";

    /** Multiplied by a hundred 0.29 and 0.57 come out below 29 and 57. */
    private static final Double[] SCORES = {0.0, 0.29, 0.3, 0.57, 0.999, 1.0, null};

    private static List<ProducerRecord<byte[], byte[]>> scored(
            String id, @Nullable Double score, @Nullable String manager) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(Publisher.event(Lives.registered(id, "Zoë", "Binned", "TX", manager), 1, Lives.NOON));
        if (score != null) {
            records.add(Publisher.score(Lives.score(id, 1, 1, score, null)));
        }
        return records;
    }

    private static long sum(JsonNode distribution, String field) {
        return distribution
                .get("bins")
                .valueStream()
                .mapToLong(bin -> bin.get(field).asLong())
                .sum();
    }

    @Test
    void givenScoresAtTheEdges_whenAManagerAsks_thenEachIsInTheBinThatBeginsThere() {
        String ada = Lives.id();
        Http asAda = http.as(Tokens.ofAccountManager(ada));
        String gone = Lives.id();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(Publisher.event(new AccountManagerRegistered(ada, new Personal("Ada"), 5), 1, Lives.NOON));
        for (Double score : SCORES) {
            records.addAll(scored(Lives.id(), score, ada));
        }
        records.addAll(scored(gone, 0.5, ada));
        records.add(Publisher.event(new ClientDeparted(gone, null, null, ada), 2, Lives.NOON));
        publisher.send(records);

        JsonNode told = asAda.until(
                PATH,
                json -> sum(json, "clients") == 6
                        && json.get("unscored").asLong() == 1
                        && json.get("capacity").get("total").asLong() == 5);

        JsonNode bins = told.get("bins");
        assertThat(bins).hasSize(100);
        assertThat(bins.get(29).toString()).startsWith("{\"from\":0.29,\"to\":0.3,\"clients\":1,\"unassigned\":0,");
        for (int bin : new int[] {0, 29, 30, 57}) {
            assertThat(bins.get(bin).get("clients").asLong()).as("bin " + bin).isEqualTo(1);
            assertThat(bins.get(bin).get("value").decimalValue()).isEqualByComparingTo("11066.80");
        }
        assertThat(bins.get(99).get("clients").asLong()).isEqualTo(2);
        assertThat(bins.get(99).get("to").asDouble()).isEqualTo(1);
        assertThat(bins.get(1).get("value").decimalValue()).isZero();
        assertThat(told.get("capacity").toString()).isEqualTo("{\"total\":5,\"load\":7,\"free\":0}");
        assertThat(told.get("bands").toString()).isEqualTo("{\"medium\":0.3,\"high\":0.6}");
    }

    @Test
    void givenManagersWithTooManyAndTooFew_whenEverybodysAreAsked_thenNobodysOverloadTakesAnothersRoom() {
        JsonNode before = http.get(PATH).json();
        String full = Lives.id();
        String free = Lives.id();
        String retired = Lives.id();
        String elsewhere = Lives.id();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(List.of(
                Publisher.event(new AccountManagerRegistered(full, new Personal("Full"), 1), 1, Lives.NOON),
                Publisher.event(new AccountManagerRegistered(free, new Personal("Free"), 3), 1, Lives.NOON),
                Publisher.event(new AccountManagerRegistered(retired, new Personal("Gone"), 7), 1, Lives.NOON),
                Publisher.event(new AccountManagerRetired(retired), 2, Lives.NOON),
                Publisher.event(Lives.managedElsewhere(elsewhere, "Binned"), 1, Lives.NOON),
                Publisher.score(Lives.score(elsewhere, 1, 1, 0.771, null))));
        records.addAll(scored(Lives.id(), 0.775, full));
        records.addAll(scored(Lives.id(), 0.775, full));
        records.addAll(scored(Lives.id(), 0.775, full));
        records.addAll(scored(Lives.id(), 0.775, free));
        records.addAll(scored(Lives.id(), 0.775, null));
        publisher.send(records);

        JsonNode after = http.until(
                PATH,
                json -> sum(json, "clients") == sum(before, "clients") + 6
                        && json.at("/capacity/total").asLong()
                                >= before.at("/capacity/total").asLong() + 4);

        assertThat(grown(before, after, "/bins/77/clients")).isEqualTo(6);
        assertThat(grown(before, after, "/bins/77/unassigned")).isEqualTo(1);
        assertThat(grown(before, after, "/capacity/load")).isEqualTo(4);
        assertThat(http.until(PATH, json -> grown(before, json, "/capacity/total") == 4)
                                .at("/capacity/free")
                                .asLong()
                        - before.at("/capacity/free").asLong())
                .isEqualTo(2);
    }

    private static long grown(JsonNode before, JsonNode after, String field) {
        return after.at(field).asLong() - before.at(field).asLong();
    }
}
