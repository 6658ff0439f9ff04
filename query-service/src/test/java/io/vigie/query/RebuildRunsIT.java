package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** How a rebuild runs and reports, whatever came before it or goes on beside it. */
@SuppressWarnings("NullAway.Init")
class RebuildRunsIT extends RunningService {

    /** Longer than a batch of a rebuild takes on a slow machine: those are of writers, and have the limit. */
    private static final int LIMIT_MILLIS = 4_000;

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
    void givenLeftoversOfAKilledRebuild_whenRebuilt_thenTheyAreCleared() {
        rig.history(2);
        jdbc.update("insert into views_next.account_manager_view values ('left-over', 1, 'active', 'Ada', 1)");
        jdbc.update("insert into views_next.projection_offset values ('left-over', 0, 17)");

        assertThat(rig.rebuilt("").get("differences")).isEmpty();
    }

    @Test
    void givenRunningRebuild_whenAnotherIsWanted_then409() throws Exception {
        rig.history(2);
        try (Connection slow = views.getConnection();
                Statement lock = slow.createStatement()) {
            slow.setAutoCommit(false);
            lock.execute("lock table dead_letter_decision in access exclusive mode");
            var first = http.post("/api/rebuilds", "");
            var second = http.post("/api/rebuilds", "");
            slow.rollback();
            slow.setAutoCommit(true);

            assertThat(first.status()).isEqualTo(202);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.json().get("type").asString()).isEqualTo("/problems/rebuild-running");
            http.until(
                    first.header("Location"),
                    json -> json.get("state").asString().equals("completed"));
        }
        assertThat(http.get("/api/rebuilds/nope").status()).isEqualTo(404);
    }

    @Test
    void givenAComparisonThatTakesLongerThanAnyTransactionMay_whenRebuilt_thenItIsCompletedAndProjectionsGoOn()
            throws Exception {
        rig.history(2);
        String id = Lives.id();
        limitTransactions("set transaction_timeout = " + LIMIT_MILLIS);
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
            Thread.sleep(2 * LIMIT_MILLIS + 500);
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

    /** What the server is set to, but shorter. */
    private void limitTransactions(String limit) throws SQLException {
        Servers.asSuperuser(views)
                .execute("do $$ begin execute format('alter database %I " + limit + "', current_database()); end $$");
        views.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void givenMoreDifferencesThanAreShown_whenCompared_thenAllAreCounted() {
        rig.history(120);
        int wrong = Servers.asSuperuser(views).update("update client_event set actor = 'nobody'");

        JsonNode report = rig.rebuilt("{\"dryRun\":true}");

        assertThat(report.get("differences")).hasSize(100);
        for (JsonNode table : report.get("tables")) {
            assertThat(table.get("different").asInt())
                    .isEqualTo(table.get("table").asString().equals("client_event") ? wrong : 0);
        }
        rig.rebuilt("{}");
    }

    @Test
    void givenReportOfAProcessThatEnded_whenAskedFor_thenItSaysSoAndTheNextMayBegin() {
        rig.history(1);
        JsonNode done = rig.rebuilt("{\"dryRun\":true}");
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
        assertThat(rig.rebuilt("{}").get("swapped").asBoolean()).isTrue();
        assertThat(http.get("/api/rebuilds/" + id).json().get("state").asString())
                .isEqualTo("failed");
    }
}
