package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
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

    private RebuildRig rig;

    @BeforeEach
    void rig() {
        rig = new RebuildRig(http, publisher);
    }

    @Test
    void givenHistoryWithPoisonAndLoad_whenRebuilt_thenRowsAreIdenticalAndReadsGoOn() throws Exception {
        String last = rig.history(40);
        awaitReported(last);
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
            report = rig.rebuilt("{}");
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
                .containsExactlyInAnyOrder("views", "views_next");
        assertThat(jdbc.queryForObject("select count(*) from views_next.client_event", Long.class))
                .isZero();
    }

    /** The early event at the end of the history is told about after a grace. */
    private void awaitReported(String last) {
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
        String last = rig.history(5);
        jdbc.update("update client_view set num_sites = 4711 where client_id = ?", last);

        JsonNode dry = rig.rebuilt("{\"dryRun\":true}");
        assertThat(dry.get("swapped").asBoolean()).isFalse();
        assertThat(dry.get("differences").toString())
                .isEqualTo("[{\"table\":\"client_view\",\"key\":\"" + last + "\",\"difference\":\"other values\"}]");
        assertThat(http.get("/api/clients/" + last).json().get("numSites").asInt())
                .isEqualTo(4711);

        JsonNode report = rig.rebuilt("{\"dryRun\":false}");
        assertThat(report.get("differences").toString())
                .isEqualTo(dry.get("differences").toString());
        assertThat(report.get("tables").get(0).get("different").asLong()).isEqualTo(1);
        assertThat(http.get("/api/clients/" + last).json().get("numSites").asInt())
                .isEqualTo(8);
    }

    @Test
    void givenAFalseFact_whenRebuilt_thenItIsShownAndTheSumsArePutRight() {
        String last = rig.history(5);
        long left = http.get("/api/summary").json().get("left").asLong();
        jdbc.update("update client_fact set status = 'left' where client_id = ?", last);
        assertThat(http.get("/api/summary").json().get("left").asLong()).isEqualTo(left + 1);

        JsonNode report = rig.rebuilt("{\"dryRun\":false}");

        assertThat(report.get("differences").toString())
                .isEqualTo("[{\"table\":\"client_fact\",\"key\":\"" + last + "\",\"difference\":\"other values\"}]");
        assertThat(http.get("/api/summary").json().get("left").asLong()).isEqualTo(left);
    }

    @Test
    void givenMissingAndSurplusRows_whenCompared_thenBothAreShown() {
        String last = rig.history(5);
        Servers.asSuperuser(views).update("delete from client_score where client_id = ? and score_sequence = 2", last);
        jdbc.update("insert into scored_offset values (4711, 1)");

        JsonNode report = rig.rebuilt("{}");

        assertThat(report.get("differences").toString())
                .isEqualTo("[{\"table\":\"client_score\",\"key\":\"" + last + " 2\",\"difference\":\"only rebuilt\"},"
                        + "{\"table\":\"scored_offset\",\"key\":\"4711\",\"difference\":\"only live\"}]");
    }

    @Test
    void givenEvictedRecordsThatCouldNotBeRead_whenRebuilt_thenRowsAreIdentical() {
        rig.history(2);
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

        assertThat(rig.rebuilt("{}").get("differences")).isEmpty();

        assertThat(jdbc.queryForList(
                        "select client_id || handled from client_event where version = 2 and client_id = any(?)"
                                + " order by 1",
                        String.class,
                        (Object) new String[] {behind, forged, none}))
                .containsExactly(behind + "false", forged + "true");
        publisher.send(Publisher.event(new ClientSitesChanged(none, 3), 3, Lives.NOON));
        http.until("/api/clients/" + none, json -> json.get("version").asLong() == 3);
        assertThat(rig.rebuilt("{}").get("differences")).isEmpty();
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
}
