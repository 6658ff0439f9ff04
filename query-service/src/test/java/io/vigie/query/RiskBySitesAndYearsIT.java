package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RiskBySitesAndYearsIT extends RunningService {

    private static final String PATH = "/api/risk/by-sites-and-years";

    private static ProducerRecord<byte[], byte[]> registered(
            String id, int sites, @Nullable String years, LocalDate onboarded, String manager, Instant time) {
        ClientRegistered like = Lives.registered(id);
        return Publisher.event(
                new ClientRegistered(
                        id,
                        like.personal(),
                        like.state(),
                        like.age(),
                        onboarded,
                        years == null ? null : new BigDecimal(years),
                        like.totalPurchase(),
                        sites,
                        manager,
                        false),
                1,
                time);
    }

    @Test
    void givenClientsOfAllKinds_whenAManagerAsks_thenEachIsInItsRange() {
        String ada = Lives.id();
        Http asAda = http.as(Tokens.ofAccountManager(ada));
        Instant now = Instant.now();
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ids.add(Lives.id());
        }
        publisher.send(
                registered(ids.get(0), 0, "0", today, ada, now),
                registered(ids.get(1), 3, "0.5", today, ada, now),
                registered(ids.get(2), 8, "5.0", today, ada, now),
                registered(ids.get(3), 8, "5.99", today, ada, now),
                registered(ids.get(4), 8, null, today.minusDays(366 * 6), ada, now),
                registered(ids.get(5), 20, "40", today, ada, now),
                registered(ids.get(6), 8, null, today.plusDays(30), ada, now),
                registered(ids.get(7), 8, "5.5", today, ada, now),
                Publisher.event(new ClientDeparted(ids.get(7), null, null, ada), 2, now),
                Publisher.score(Lives.score(ids.get(2), 1, 1, 0.5, null)),
                Publisher.score(Lives.score(ids.get(3), 1, 1, 0.7, null)));

        JsonNode items = asAda.until(
                        PATH,
                        json -> json.get("items")
                                                .valueStream()
                                                .mapToInt(item ->
                                                        item.get("clients").asInt())
                                                .sum()
                                        == 7
                                && json.toString().contains("\"atRisk\":1,\"averageScore\":0.6"))
                .get("items");

        assertThat(items.valueStream().map(JsonNode::toString))
                .containsExactly(
                        item("0,\"to\":3", "0,\"to\":1", "2,\"atRisk\":0,\"averageScore\":null"),
                        item("8,\"to\":8", "0,\"to\":1", "1,\"atRisk\":0,\"averageScore\":null"),
                        item("8,\"to\":8", "5,\"to\":6", "2,\"atRisk\":1,\"averageScore\":0.6"),
                        item("8,\"to\":8", "6,\"to\":7", "1,\"atRisk\":0,\"averageScore\":null"),
                        item("15,\"to\":null", "15,\"to\":null", "1,\"atRisk\":0,\"averageScore\":null"));
        for (int i = 0; i < 7; i++) {
            double years =
                    asAda.get("/api/clients/" + ids.get(i)).json().get("years").asDouble();
            assertThat(Math.max(0, Math.min(15, (int) years))).isEqualTo(new int[] {0, 0, 5, 5, 6, 15, 0}[i]);
        }
        assertThat(http.as(Tokens.ofAccountManager(null)).get(PATH).json().get("items"))
                .isEmpty();
    }

    private static String item(String sites, String years, String rest) {
        return "{\"sites\":{\"from\":" + sites + "},\"years\":{\"from\":" + years + "},\"clients\":" + rest + "}";
    }
}
