package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListClientsIT extends RunningService {

    private static final String COMPANY = "Kvasir" + Lives.id().substring(2);
    private static final Double[] SCORES = {0.9, 0.5, 0.5, 0.5, null, null, null, 0.1, 0.5, 0.65};

    private final List<String> ids = new ArrayList<>();

    @BeforeAll
    void clients() {
        connect();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < SCORES.length; i++) {
            String id = Lives.id();
            ids.add(id);
            records.add(Publisher.event(
                    Lives.registered(id, i == 0 ? "Élodie Strauß" : "Bob", COMPANY, i < 2 ? "AA" : "TX", null),
                    1,
                    Lives.NOON));
            records.add(Publisher.score(Lives.score(id, 1, 1, SCORES[i], null)));
        }
        records.add(Publisher.event(new ClientDeparted(ids.get(9), null, null, null), 2, Lives.NOON));
        publisher.send(records);
        http.until(
                "/api/clients?q=" + COMPANY + "&minScore=0",
                json -> json.get("items").size() == 7);
        http.until(
                "/api/clients?status=left&q=" + COMPANY,
                json -> json.get("items").size() == 1);
    }

    private List<String> all(String query) {
        List<String> found = new ArrayList<>();
        String next = "/api/clients?q=" + COMPANY + query;
        while (next != null) {
            var answer = http.get(next);
            assertThat(answer.status()).isEqualTo(200);
            answer.json()
                    .get("items")
                    .forEach(item -> found.add(item.get("clientId").asString()));
            JsonNode cursor = answer.json().get("next");
            next = cursor.isNull() ? null : "/api/clients?q=" + COMPANY + query + "&cursor=" + cursor.asString();
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 10, 11})
    void givenTiesAndNoScores_whenPaged_thenEachClientOnceHighestFirst(int limit) {
        List<String> found = all("&sort=risk&limit=" + limit);
        assertThat(found).hasSize(10).containsExactlyInAnyOrderElementsOf(new HashSet<>(ids));
        assertThat(found)
                .containsExactly(
                        ids.get(0),
                        ids.get(9),
                        ids.get(1),
                        ids.get(2),
                        ids.get(3),
                        ids.get(8),
                        ids.get(7),
                        ids.get(4),
                        ids.get(5),
                        ids.get(6));
    }

    @Test
    void givenNoLimit_whenListed_thenFiftyOnAPage() {
        String company = "Fifty" + Lives.id().replace("-", "");
        List<ProducerRecord<byte[], byte[]>> registered = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            registered.add(Publisher.event(Lives.registered(Lives.id(), "Any", company, "TX", null), 1, Lives.NOON));
        }
        publisher.send(registered);
        http.until(
                "/api/clients?limit=500&q=" + company, json -> json.get("items").size() == 51);

        JsonNode page = http.get("/api/clients?q=" + company).json();

        assertThat(page.get("items")).hasSize(50);
        assertThat(page.get("next").isNull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void givenOneDay_whenPagedByOnboarding_thenEachClientOnce(int limit) {
        assertThat(all("&sort=onboardedOn&limit=" + limit)).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void givenPurchases_whenPagedByValue_thenWhoBoughtMostFirst(int limit) {
        String company = "Worth" + Lives.id().replace("-", "");
        List<String> worth = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String total : new String[] {"900.5", "900.50", "10000", "0"}) {
            String id = Lives.id();
            worth.add(id);
            records.add(Publisher.event(Lives.registered(id, "Any", company, "TX", null), 1, Lives.NOON));
            records.add(Publisher.event(Lives.purchase(id, total), 2, Lives.NOON));
        }
        publisher.send(records);
        String path = "/api/clients?sort=value&limit=" + limit + "&q=" + company;
        http.until(
                "/api/clients?minValue=0&q=" + company,
                json -> json.get("items")
                                .valueStream()
                                .filter(item -> item.get("version").asInt() == 2)
                                .count()
                        == 4);

        List<String> found = new ArrayList<>();
        String next = path;
        while (next != null) {
            JsonNode page = http.get(next).json();
            page.get("items").forEach(item -> found.add(item.get("clientId").asString()));
            next = page.get("next").isNull()
                    ? null
                    : path + "&cursor=" + page.get("next").asString();
        }
        assertThat(found).containsExactly(worth.get(2), worth.get(0), worth.get(1), worth.get(3));
    }

    @ParameterizedTest
    @CsvSource({
        "band=high,2",
        "band=high&status=active,1",
        "band=medium,4",
        "band=low,1",
        "state=aa,2",
        "state=TX,8",
        "minScore=0.5,6",
        "minScore=0.500001,2",
        "maxScore=0.5,1",
        "maxScore=0.65,5",
        "maxScore=1,7",
        "minScore=0.5&maxScore=0.51,4",
        "minValue=11066.80,10",
        "minValue=11066.81,0",
        "unassigned=true,10",
        "unassigned=false,0",
        "status=left,1",
        "accountManagerId=nobody,0"
    })
    void givenFilter_whenListed_thenThoseClients(String filter, int count) {
        assertThat(all("&" + filter)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "elodie,1",
        "%C3%89LODIE,1",
        "E%CC%81lodie,1",
        "strauss,1",
        "STRAUSS%20elodie,1",
        "straus,0",
        "strausses,0",
        "elodie%20bob,0"
    })
    void givenWords_whenSearched_thenWholeWordsWithoutCaseAndAccents(String words, int count) {
        JsonNode found =
                http.get("/api/clients?limit=500&q=" + words + "%20" + COMPANY).json();
        assertThat(found.get("items")).hasSize(count);
    }

    @Test
    void givenCursorOfAnotherQuestion_whenListed_then400() {
        String cursor =
                http.get("/api/clients?limit=1&q=" + COMPANY).json().get("next").asString();
        assertThat(http.get("/api/clients?limit=2&q=" + COMPANY + "&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/api/clients?limit=1&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(http.get("/api/clients?limit=1&sort=onboardedOn&q=" + COMPANY + "&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/api/account-managers?cursor=" + cursor).status()).isEqualTo(400);
        assertThat(http.get("/api/clients/" + ids.get(0) + "/events?cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        String turned = cursor.substring(0, 20) + (cursor.charAt(20) == 'A' ? 'B' : 'A') + cursor.substring(21);
        assertThat(http.get("/api/clients?limit=1&q=" + COMPANY + "&cursor=" + turned)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void givenClientsOfOursAndOfOthers_whenFilteredByWhoLooksAfterThem_thenThose() {
        String ours = Lives.id();
        String elsewhere = Lives.id();
        String nobodys = Lives.id();
        String manager = "manager-of-" + ours;
        publisher.send(
                Publisher.event(Lives.registered(ours, "Ann", "Minded " + ours, "TX", manager), 1, Lives.NOON),
                Publisher.event(Lives.managedElsewhere(elsewhere, "Minded " + ours), 1, Lives.NOON),
                Publisher.event(Lives.registered(nobodys, "Ann", "Minded " + ours, "TX", null), 1, Lives.NOON));
        String path = "/api/clients?q=minded%20" + ours;
        http.until(path, json -> json.get("items").size() == 3);

        assertThat(found(path + "&unassigned=true")).containsExactly(nobodys);
        assertThat(found(path + "&unassigned=false")).containsExactlyInAnyOrder(ours, elsewhere);
        assertThat(found("/api/clients?accountManagerId=" + manager)).containsExactly(ours);
    }

    private List<String> found(String path) {
        return http.get(path)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("clientId").asString())
                .toList();
    }
}
