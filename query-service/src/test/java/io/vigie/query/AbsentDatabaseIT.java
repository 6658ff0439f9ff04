package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.embedded.KafkaBroker;
import io.vigie.embedded.PostgresServer;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Http.Answer;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Servers;
import io.vigie.query.testing.Tokens;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under a running service and comes back. */
class AbsentDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void givenNoDatabase_whenAsked_then503AndWhatHappenedMeanwhileIsShownOnceItIsBack() {
        String early = Lives.id();
        String late = Lives.id();
        PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), 0);
        Servers.createDatabase(database, "views");
        // A broker of its own: on the shared one another service, of the same group, would take half of the partitions.
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
                Publisher publisher = new Publisher(broker.bootstrapServers());
                Instance service = new Instance(
                        database,
                        "views",
                        broker.bootstrapServers(),
                        "--spring.datasource.hikari.connection-timeout=1000")) {
            publisher.send(Publisher.event(Lives.registered(early), 1, Lives.NOON));
            service.http.until("/api/clients/" + early, json -> true);
            Http manager = service.http.as(Tokens.ofAccountManager("ada"));
            database.close();

            publisher.send(Publisher.event(Lives.registered(late), 1, Lives.NOON));
            for (String path : new String[] {
                "/api/clients/" + early,
                "/api/clients",
                "/api/clients/" + early + "/scores",
                "/api/clients/" + early + "/events",
                "/api/account-managers",
                "/api/summary",
                "/api/summary/trend",
                "/api/risk/by-state",
                "/api/risk/distribution",
                "/api/risk/by-sites-and-years",
                "/api/risk/moves",
                "/api/risk/histories?clientIds=" + early,
                "/api/events",
                "/api/dead-letters"
            }) {
                assertNotReady(path, service.http.get(path));
            }
            assertNotReady("own", manager.get("/api/clients"));

            database = PostgresServer.start(folder.resolve("postgresql"), database.port());
            service.http.until("/api/clients/" + early, json -> true);
            service.http.until("/api/clients/" + late, json -> true);
            manager.until("/api/clients", json -> json.get("items").isEmpty());
        } finally {
            database.close();
        }
    }

    private static void assertNotReady(String path, Answer answer) {
        assertThat(answer.status()).as(path).isEqualTo(503);
        assertThat(answer.json().get("type").asString()).as(path).isEqualTo("/problems/not-ready");
        assertThat(answer.header("Retry-After")).as(path).isEqualTo("1");
        assertThat(answer.response().body()).as(path).doesNotContain("SQL", "127.0.0.1", "xception");
    }
}
