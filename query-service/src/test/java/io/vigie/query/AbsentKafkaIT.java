package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.embedded.KafkaBroker;
import io.vigie.query.testing.Http.Answer;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Letters;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Kafka goes away under a running service and comes back. */
class AbsentKafkaIT {

    @TempDir
    Path folder;

    @Test
    void givenNoKafka_whenDecidedOrRebuilt_thenItSaysSoReadsGoOnAndNothingIsLeftBehind() {
        String id = Lives.id();
        String late = Lives.id();
        String database = Servers.freshDatabase();
        KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
        try (Instance service = new Instance(Servers.postgres(), database, broker.bootstrapServers())) {
            long letter;
            try (Publisher publisher = new Publisher(broker.bootstrapServers())) {
                publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
                service.http.until("/api/clients/" + id, json -> true);
                letter = new Letters(service.http, publisher).ofBroken(id, 2);
            }
            broker.close();

            String decision = "/api/dead-letters/" + letter + "/evict";
            for (int round = 0; round < 2; round++) {
                long begun = System.nanoTime();
                Answer refused = service.http.send("POST", decision);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(21));
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.json().get("type").asString()).isEqualTo("/problems/not-ready");
                assertThat(refused.header("Retry-After")).isEqualTo("5");
            }
            assertThat(service.http.get("/api/clients/" + id).status()).isEqualTo(200);

            JsonNode rebuild = failed(service);
            assertThat(rebuild.get("swapped").asBoolean()).isFalse();
            assertThat(rebuild.get("failure").asString()).isNotBlank();
            assertThat(service.http.get("/api/clients/" + id).status()).isEqualTo(200);
            assertThat(connectionsOfRebuilds(database)).isZero();

            broker = KafkaBroker.start(folder.resolve("kafka"), broker.port());
            for (int patience = 0; service.http.send("POST", decision).status() != 202; patience++) {
                assertThat(patience).isLessThan(20);
                pause();
            }
            service.http.until(
                    "/api/dead-letters/" + letter,
                    json -> json.get("state").asString().equals("evicted"));
            try (Publisher publisher = new Publisher(broker.bootstrapServers())) {
                publisher.send(Publisher.event(Lives.registered(late), 1, Lives.NOON));
                service.http.until("/api/clients/" + late, json -> true);
            }
        } finally {
            broker.close();
        }
    }

    private static JsonNode failed(Instance service) {
        Answer begun = service.http.post("/api/rebuilds", "{}");
        assertThat(begun.status()).isEqualTo(202);
        for (int patience = 0; patience < 120; patience++) {
            JsonNode report = service.http.get(begun.header("Location")).json();
            if (!report.get("finishedAt").isNull()) {
                assertThat(report.get("state").asString()).isEqualTo("failed");
                return report;
            }
            pause();
        }
        throw new AssertionError("the rebuild neither fails nor ends");
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long connectionsOfRebuilds(String database) {
        Long count = new JdbcTemplate(new DriverManagerDataSource(
                        Servers.postgres().jdbcUrl(database),
                        Servers.postgres().user(),
                        Servers.postgres().password()))
                .queryForObject(
                        "select count(*) from pg_stat_activity where datname = ?"
                                + " and application_name = 'query-service-rebuild'",
                        Long.class,
                        database);
        return count == null ? -1 : count;
    }
}
