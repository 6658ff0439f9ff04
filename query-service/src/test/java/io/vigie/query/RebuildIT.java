package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class RebuildIT extends RunningService {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource views;

    private String last = "";

    private void history(int clients) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        String manager = Lives.id();
        records.add(Publisher.event(new AccountManagerRegistered(manager, new Personal("Ada"), 9), 1, Lives.NOON));
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
    }

    private JsonNode rebuilt(String body) {
        var begun = http.post("/api/rebuilds", body);
        assertThat(begun.status()).as(begun.response().body()).isEqualTo(202);
        JsonNode report = http.until(begun.header("Location"), json -> List.of("completed", "failed")
                .contains(json.get("state").asString()));
        assertThat(report.get("state").asString()).as(report.toString()).isEqualTo("completed");
        return report;
    }

    /** The early event at the end of the history is told about after a grace. */
    private void awaitReported() {
        String early = "/"
                + jdbc.queryForObject("select record_offset from parked_record where subject = ?", String.class, last);
        http.until("/api/dead-letters?limit=500", json -> {
            for (JsonNode letter : json.get("items")) {
                if (letter.get("key").asString("").equals(last)
                        && letter.get("origin").asString().endsWith(early)) {
                    return true;
                }
            }
            return false;
        });
    }

    private long letters() {
        return http.get("/api/dead-letters?limit=500").json().get("items").size();
    }

    @Test
    void givenHistoryWithPoisonAndLoad_whenRebuilt_thenRowsAreIdenticalAndReadsGoOn() throws Exception {
        history(40);
        awaitReported();
        long letters = letters();
        AtomicBoolean over = new AtomicBoolean();
        List<Integer> bad = new ArrayList<>();
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        Thread load = new Thread(() -> {
            for (int version = 2; !over.get(); version++) {
                publisher.send(Publisher.event(new ClientSitesChanged(id, version), version, Lives.NOON));
            }
        });
        Thread readers = new Thread(() -> {
            while (!over.get()) {
                int status = http.get("/api/clients/" + last).status();
                if (status != 200) {
                    bad.add(status);
                }
            }
        });
        load.start();
        readers.start();
        JsonNode report;
        try {
            report = rebuilt("{}");
        } finally {
            over.set(true);
            load.join();
            readers.join();
        }

        assertThat(report.get("swapped").asBoolean()).isTrue();
        assertThat(report.get("differences")).as(report.toString()).isEmpty();
        assertThat(report.get("tables").get(0).get("liveRows").asLong()).isGreaterThan(40);
        assertThat(report.get("tables").get(0).get("rebuiltRows"))
                .isEqualTo(report.get("tables").get(0).get("liveRows"));
        assertThat(bad).isEmpty();
        publisher.send(Publisher.event(new ClientSitesChanged(id, 9_999), nextVersion(id), Lives.NOON));
        http.until("/api/clients/" + id, json -> json.path("numSites").asInt() == 9_999);
        assertThat(letters()).isEqualTo(letters);
        assertThat(jdbc.queryForList(
                        "select nspname::text from pg_namespace where nspname like 'views%'", String.class))
                .containsExactly("views");
    }

    /** The next version once all that the load has sent is there. */
    private long nextVersion(String id) throws InterruptedException {
        long before = -1;
        long now = 0;
        while (now != before) {
            before = now;
            Thread.sleep(500);
            now = http.get("/api/clients/" + id).json().get("version").asLong();
        }
        return now + 1;
    }

    @Test
    void givenOneWrongRow_whenRebuilt_thenExactlyItIsShownAndPutRight() {
        history(5);
        jdbc.update("update client_view set num_sites = 4711 where client_id = ?", last);

        JsonNode dry = rebuilt("{\"dryRun\":true}");
        assertThat(dry.get("swapped").asBoolean()).isFalse();
        assertThat(dry.get("differences").toString())
                .isEqualTo("[{\"table\":\"client_view\",\"key\":\"" + last + "\",\"difference\":\"other values\"}]");
        assertThat(http.get("/api/clients/" + last).json().get("numSites").asInt())
                .isEqualTo(4711);

        JsonNode report = rebuilt("{\"dryRun\":false}");
        assertThat(report.get("differences").toString())
                .isEqualTo(dry.get("differences").toString());
        assertThat(report.get("tables").get(0).get("different").asLong()).isEqualTo(1);
        assertThat(http.get("/api/clients/" + last).json().get("numSites").asInt())
                .isEqualTo(8);
    }

    /** The one letter of a client. */
    private long letterOf(String id) {
        List<Long> letters = new ArrayList<>();
        http.until("/api/dead-letters?limit=500", json -> {
            json.get("items").forEach(letter -> {
                if (letter.get("key").asString("").equals(id)) {
                    letters.add(letter.get("deadLetterId").asLong());
                }
            });
            return !letters.isEmpty();
        });
        return letters.get(0);
    }

    private void breakAndEvict(String id, long version) {
        ProducerRecord<byte[], byte[]> event = Publisher.event(new ClientSitesChanged(id, 1), version, Lives.NOON);
        publisher.send(Publisher.with(event, Headers.REVISION, "999"));
        http.send("POST", "/api/dead-letters/" + letterOf(id) + "/evict");
    }

    @Test
    void givenEvictedRecordsThatCouldNotBeRead_whenRebuilt_thenRowsAreIdentical() {
        history(2);
        String behind = Lives.id();
        String forged = Lives.id();
        String none = Lives.id();
        for (String id : List.of(behind, forged, none)) {
            publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
            breakAndEvict(id, 2);
        }
        publisher.send(Publisher.event(new ClientSitesChanged(behind, 3), 3, Lives.NOON));
        publisher.send(Publisher.event(new ClientSitesChanged(forged, 2), 2, Lives.NOON));
        publisher.send(Publisher.event(new ClientSitesChanged(forged, 3), 3, Lives.NOON));
        http.until("/api/clients/" + behind, json -> json.get("version").asLong() == 3);
        http.until("/api/clients/" + forged, json -> json.get("version").asLong() == 3);

        assertThat(rebuilt("{}").get("differences")).isEmpty();

        assertThat(jdbc.queryForList(
                        "select client_id || handled from client_event where version = 2 and client_id = any(?)"
                                + " order by 1",
                        String.class,
                        (Object) new String[] {behind, forged, none}))
                .containsExactly(behind + "false", forged + "true");
        publisher.send(Publisher.event(new ClientSitesChanged(none, 3), 3, Lives.NOON));
        http.until("/api/clients/" + none, json -> json.get("version").asLong() == 3);
        assertThat(rebuilt("{}").get("differences")).isEmpty();
    }

    @Test
    void givenMissingAndSurplusRows_whenCompared_thenBothAreShown() {
        history(5);
        jdbc.update("delete from client_score where client_id = ? and score_sequence = 2", last);
        jdbc.update("insert into scored_offset values (4711, 1)");

        JsonNode report = rebuilt("{}");

        assertThat(report.get("differences").toString())
                .isEqualTo("[{\"table\":\"client_score\",\"key\":\"" + last + " 2\",\"difference\":\"only rebuilt\"},"
                        + "{\"table\":\"scored_offset\",\"key\":\"4711\",\"difference\":\"only live\"}]");
    }

    @Test
    void givenLeftoversOfAKilledRebuild_whenRebuilt_thenTheyAreCleared() {
        history(2);
        jdbc.execute("create schema views_next");
        jdbc.execute("create table views_next.client_view (x int)");

        assertThat(rebuilt("").get("differences")).isEmpty();
    }

    @Test
    void givenRunningRebuild_whenAnotherIsWanted_then409() {
        history(2);
        var first = http.post("/api/rebuilds", "");
        var second = http.post("/api/rebuilds", "");
        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("type").asString()).isEqualTo("/problems/rebuild-running");
        http.until(
                first.header("Location"), json -> json.get("state").asString().equals("completed"));
        assertThat(http.get("/api/rebuilds/nope").status()).isEqualTo(404);
    }

    /** What the server is set to, but shorter: transactions of writers may last a second. */
    private void limitTransactions(String limit) throws SQLException {
        jdbc.execute("do $$ begin execute format('alter database %I " + limit + "', current_database()); end $$");
        views.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void givenAComparisonThatTakesLongerThanAnyTransactionMay_whenRebuilt_thenItIsCompletedAndProjectionsGoOn()
            throws Exception {
        history(2);
        String id = Lives.id();
        limitTransactions("set transaction_timeout = 1000");
        try (Connection slow = views.getConnection();
                Statement lock = slow.createStatement()) {
            slow.setAutoCommit(false);
            lock.execute("set local transaction_timeout = 0");
            lock.execute("lock table dead_letter_decision in access exclusive mode");
            var begun = http.post("/api/rebuilds", "");
            http.until(
                    begun.header("Location"),
                    json -> json.get("state").asString().equals("comparing"));

            publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
            http.until("/api/clients/" + id, json -> true);
            Thread.sleep(2_500);
            assertThat(http.get(begun.header("Location")).json().get("state").asString())
                    .isEqualTo("comparing");
            slow.rollback();
            slow.setAutoCommit(true);

            JsonNode report = http.until(
                    begun.header("Location"), json -> !json.get("finishedAt").isNull());
            assertThat(report.get("state").asString()).as(report.toString()).isEqualTo("completed");
            assertThat(report.get("differences")).isEmpty();
            assertThat(http.get("/api/clients/" + id).status()).isEqualTo(200);
        } finally {
            limitTransactions("reset transaction_timeout");
        }
    }

    @Test
    void givenMoreDifferencesThanAreShown_whenCompared_thenAllAreCounted() {
        history(120);
        int wrong = jdbc.update("update client_event set actor = 'nobody'");

        JsonNode report = rebuilt("{\"dryRun\":true}");

        assertThat(report.get("differences")).hasSize(100);
        for (JsonNode table : report.get("tables")) {
            assertThat(table.get("different").asInt())
                    .isEqualTo(table.get("table").asString().equals("client_event") ? wrong : 0);
        }
        rebuilt("{}");
    }

    @Test
    void givenReportOfAProcessThatEnded_whenAskedFor_thenItSaysSoAndTheNextMayBegin() {
        history(1);
        JsonNode done = rebuilt("{\"dryRun\":true}");
        String id = done.get("rebuildId").asString();
        jdbc.update(
                "update rebuild_report set finished = false, report = replace(replace(report, ?, 'null'), ?, ?)"
                        + " where rebuild_id = ?",
                done.get("finishedAt").toString(),
                "completed",
                "building",
                id);

        JsonNode report = http.get("/api/rebuilds/" + id).json();

        assertThat(report.get("state").asString()).isEqualTo("failed");
        assertThat(report.get("failure").asString()).contains("ended before it was done");
        assertThat(rebuilt("{}").get("swapped").asBoolean()).isTrue();
        assertThat(http.get("/api/rebuilds/" + id).json().get("state").asString())
                .isEqualTo("failed");
    }
}
