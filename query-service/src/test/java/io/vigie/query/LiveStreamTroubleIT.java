package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.changes.Change;
import io.vigie.query.testing.Announcing;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.Servers;
import io.vigie.query.testing.WatchedService;
import io.vigie.query.testing.Watcher;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to what the live stream is told by: nobody is left with what is not so. */
class LiveStreamTroubleIT extends WatchedService {

    @Test
    void givenTheConnectionThatListensIsKilled_whenThereIsAnother_thenEverybodyReadsAgainAndItGoesOn() {
        String id = registered();
        try (Watcher watcher = http.watch("clients")) {
            String before = watcher.await("hello").id();
            Servers.asSuperuser(views)
                    .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'query-service-stream' and datname = current_database()");

            String after = watcher.await("reset").id();
            assertThat(after.substring(0, 12)).isNotEqualTo(before.substring(0, 12));
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
            try (Watcher back = http.watch("clients", "Last-Event-ID", before)) {
                back.await("reset");
            }
        }
    }

    @Test
    void givenALookThatFails_whenItIsPossibleAgain_thenWhatChangedIsToldAndNothingHasToBeReadAgain()
            throws InterruptedException {
        String id = registered();
        JdbcTemplate owner = Servers.asSuperuser(views);
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
            int before = watcher.told("clients").size();
            owner.execute("revoke select on client_card from \"" + Servers.ROLE + "\"");
            try {
                new TransactionTemplate(new JdbcTransactionManager(views))
                        .executeWithoutResult(
                                status -> Announcing.tell(new JdbcTemplate(views), List.of(Change.client(id, 1, 1))));
                Thread.sleep(400);
                assertThat(watcher.told("clients")).hasSize(before);
            } finally {
                owner.execute("grant select on client_card to \"" + Servers.ROLE + "\"");
            }

            watcher.await(one -> watcher.told("clients").size() > before);
            assertThat(watcher.told("reset")).isEmpty();
        }
    }

    @Test
    void givenAProjectionThatIsRolledBack_orWritesElsewhere_whenWatched_thenNothingIsTold() {
        String rolledBack = registered();
        String elsewhere = registered();
        String told = registered();
        JdbcTemplate jdbc = new JdbcTemplate(views);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(views));
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            sites(told, 2);
            watcher.await(one -> isVersion(one, told, 2));
            int before = watcher.told("clients").size();
            transaction.executeWithoutResult(status -> {
                Announcing.tell(jdbc, List.of(Change.client(rolledBack, 1, 1)));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> {
                jdbc.execute("set local search_path = views_next");
                Announcing.tell(jdbc, List.of(Change.client(elsewhere, 1, 1)));
            });
            transaction.executeWithoutResult(status -> Announcing.tell(jdbc, List.of(Change.client(told, 1, 1))));

            watcher.await(one -> watcher.told("clients").size() > before);
            assertThat(watcher.told("clients").subList(before, before + 1))
                    .allMatch(one -> one.isOf("clients", "clientId", told));
        }
    }

    @Test
    void givenNoticesOfSomebodyElse_whenTheyCome_thenTheyArePassedOver() {
        String id = registered();
        JdbcTemplate jdbc = new JdbcTemplate(views);
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            for (String garbage :
                    List.of("", "x", "c", "c a b c", "z c-1", "c " + "x".repeat(65), "c a 1 99999999999999999999")) {
                jdbc.query("select pg_notify('vigie_views', ?)", row -> {}, garbage);
            }
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
            assertThat(watcher.told("reset")).isEmpty();
        }
    }

    @Test
    void givenRebuiltViews_whenTheyTakeTheirPlace_thenEverybodyReadsAgain() {
        RebuildRig rig = new RebuildRig(http, publisher);
        rig.history(2);
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            rig.rebuilt("{\"dryRun\":true}");
            assertThat(watcher.told("reset")).isEmpty();
            rig.rebuilt("{}");

            watcher.await("reset");
            String id = registered();
            watcher.await(told -> told.isOf("clients", "clientId", id));
        }
    }
}
