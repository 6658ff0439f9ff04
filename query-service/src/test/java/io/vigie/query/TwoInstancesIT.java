package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.embedded.KafkaBroker;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TwoInstancesIT {

    /** Six topics are partitioned as clients are; events, documents and sketches of models and their swaps aren't. */
    private static final int ALL = 12 * 6 + 4;

    @ParameterizedTest
    @CsvSource({
        "vigie.testing=false, vigie.testing=false",
        "vigie.query.instance=one, vigie.query.instance=${other:two}"
    })
    void givenTwoInstances_whenBothRun_thenTheyShareThePartitionsAndOneTakesOverFromTheOther(String one, String two) {
        String database = Servers.freshDatabase();
        try (KafkaBroker kafka = KafkaBroker.temporary();
                Publisher publisher = new Publisher(kafka.bootstrapServers());
                Instance first = new Instance(database, kafka.bootstrapServers(), "--" + one)) {
            List<String> clients =
                    IntStream.range(0, 40).mapToObj(i -> Lives.id()).toList();
            Instance second = new Instance(database, kafka.bootstrapServers(), "--" + two);
            try (second) {
                awaitShared(first.http, second.http);
                publish(publisher, clients, 1);
                for (String client : clients) {
                    second.http.until(
                            "/api/clients/" + client,
                            json -> json.path("version").asInt() == 1);
                    first.http.until(
                            "/api/clients/" + client,
                            json -> json.path("version").asInt() == 1);
                }
            }
            publish(publisher, clients, 2);
            for (String client : clients) {
                first.http.until(
                        "/api/clients/" + client, json -> json.path("version").asInt() == 2);
            }
            first.http.until("/actuator/health", json -> partitions(json) == ALL);
        }
    }

    private static void publish(Publisher publisher, List<String> clients, int version) {
        publisher.send(new ArrayList<>(clients.stream()
                .map(client -> version == 1
                        ? Publisher.event(Lives.registered(client), 1, Lives.NOON)
                        : Publisher.event(new ClientSitesChanged(client, version), version, Lives.NOON))
                .toList()));
    }

    private static void awaitShared(Http first, Http second) {
        first.until("/actuator/health", json -> {
            int one = partitions(json);
            int other = partitions(second.until("/actuator/health", both -> true));
            return one > 0 && other > 0 && one + other == ALL;
        });
    }

    private static int partitions(JsonNode health) {
        assertThat(health.get("status").asString()).isEqualTo("UP");
        return health.at("/components/projections/details/partitions").asInt();
    }

    @Test
    void givenARebuildByOneInstance_whenTheOtherIsAsked_thenItKnowsTheReportAndItOutlivesBoth() {
        String database = Servers.freshDatabase();
        String id = Lives.id();
        String location;
        try (KafkaBroker kafka = KafkaBroker.temporary();
                Publisher publisher = new Publisher(kafka.bootstrapServers())) {
            try (Instance first = new Instance(database, kafka.bootstrapServers());
                    Instance second = new Instance(database, kafka.bootstrapServers())) {
                publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
                first.http.until("/api/clients/" + id, json -> true);
                location = first.http.post("/api/rebuilds", "").header("Location");
                assertThat(second.http.get(location).status()).isEqualTo(200);
                JsonNode report = second.http.until(
                        location, json -> !json.get("finishedAt").isNull());
                assertThat(report.get("state").asString()).as(report.toString()).isEqualTo("completed");
                assertThat(report.get("differences")).isEmpty();
                publisher.send(Publisher.event(new ClientSitesChanged(id, 5), 2, Lives.NOON));
                second.http.until(
                        "/api/clients/" + id, json -> json.path("version").asInt() == 2);
            }
            try (Instance third = new Instance(database, kafka.bootstrapServers())) {
                assertThat(third.http.get(location).json().get("state").asString())
                        .isEqualTo("completed");
            }
        }
    }
}
