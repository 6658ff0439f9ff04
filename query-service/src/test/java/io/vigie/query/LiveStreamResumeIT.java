package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.testing.Announcing;
import io.vigie.query.testing.WatchedService;
import io.vigie.query.testing.Watcher;
import io.vigie.query.testing.Watcher.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever comes back to the live stream misses nothing, or is told to read everything again. */
class LiveStreamResumeIT extends WatchedService {

    @Test
    void givenAWatcherThatWasAway_whenItComesBack_thenItMissesNothingAndIdsRise() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(registered());
        }
        String last;
        try (Watcher watcher = http.watch("clients,events")) {
            watcher.await("hello");
            ids.subList(0, 10).forEach(id -> sites(id, 2));
            watcher.await(told -> isVersion(told, ids.get(3), 2));
            // Somewhere in the middle.
            last = watcher.lastId();
            assertRising(watcher);
        }
        ids.subList(10, 20).forEach(id -> sites(id, 2));
        ids.forEach(id -> sites(id, 3));
        ids.forEach(id ->
                http.until("/api/clients/" + id, json -> json.get("version").asInt() == 3));

        try (Watcher back = http.watch("clients,events", "Last-Event-ID", last)) {
            ids.forEach(id -> back.await(told -> isVersion(told, id, 3)));
            ids.subList(10, 20)
                    .forEach(id -> back.await(told -> told.isOf("events", "clientId", id)
                            && told.data().get("version").asInt() == 2));
            assertThat(back.told("reset")).isEmpty();
            assertThat(number(back.told().get(0).id())).isGreaterThan(number(last));
            assertRising(back);
        }
    }

    @Test
    void givenMoreMissedThanIsToldOneByOne_whenOneComesBack_thenTheyReadEverythingAgainButForTheNumbers() {
        String last;
        try (Watcher watcher = http.watch("clients")) {
            last = watcher.await("hello").id();
            String id = registered();
            List<Change> changes = IntStream.range(0, 1_500)
                    .mapToObj(i -> Change.client("missed-" + i, 1, 1))
                    .toList();
            new TransactionTemplate(new JdbcTransactionManager(views))
                    .executeWithoutResult(status -> Announcing.tell(new JdbcTemplate(views), changes));
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
        }

        try (Watcher back = http.watch("clients", "Last-Event-ID", last)) {
            back.await("reset");
        }
        try (Watcher back = http.watch("summary", "Last-Event-ID", last)) {
            back.await("summary");
            assertThat(back.told("reset")).isEmpty();
        }
    }

    @Test
    void givenAResetThatWaitsForItsTime_whenOneComesBackFromBeforeIt_thenItIsNotMissed() {
        List<Told> meanwhile = List.of();
        try (Watcher watcher = http.watch("events,summary")) {
            watcher.await("hello");
            // Until something is told in the second between two resets.
            for (int tries = 0; tries < 20 && meanwhile.isEmpty(); tries++) {
                int before = watcher.told("reset").size();
                Notices.tellOfAll(new JdbcTemplate(views));
                watcher.await(told -> watcher.told("reset").size() > before);
                tellOfMany("waiting-" + tries + "-");
                watcher.await(told -> watcher.told("reset").size() > before + 1);
                meanwhile = between(watcher.told(), before);
            }
        }

        assertThat(meanwhile).isNotEmpty();
        for (Told told : meanwhile) {
            try (Watcher back = http.watch("events,summary", "Last-Event-ID", told.id())) {
                back.await("reset");
            }
        }
    }

    private void tellOfMany(String ids) {
        List<Change> changes = IntStream.range(0, 5_000)
                .mapToObj(i -> Change.client(ids + i, 1, 1))
                .toList();
        new TransactionTemplate(new JdbcTransactionManager(views))
                .executeWithoutResult(status -> Announcing.tell(new JdbcTemplate(views), changes));
    }

    /** The sums that were told between the reset of that number and the next. */
    private static List<Told> between(List<Told> told, int reset) {
        List<Told> some = new ArrayList<>();
        int resets = -1;
        for (Told one : told) {
            if (one.event().equals("reset")) {
                resets++;
            } else if (resets == reset && one.event().equals("summary")) {
                some.add(one);
            }
        }
        return some;
    }

    @Test
    void givenAnIdOfEachEvent_whenItIsTheLastThatCame_thenNothingBehindItIsMissed() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(registered());
        }
        List<Told> all;
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            for (int version = 2; version <= 4; version++) {
                int next = version;
                ids.forEach(id -> sites(id, next));
            }
            ids.forEach(id -> watcher.await(told -> isVersion(told, id, 4)));
            all = watcher.told();
        }

        for (int seen = 0; seen < all.size(); seen++) {
            List<Told> before = all.subList(0, seen + 1);
            try (Watcher back =
                    http.watch("clients", "Last-Event-ID", all.get(seen).id())) {
                ids.stream()
                        .filter(id -> before.stream().noneMatch(told -> isVersion(told, id, 4)))
                        .forEach(id -> back.await(told -> isVersion(told, id, 4)));
                assertThat(back.told("reset")).isEmpty();
            }
        }
    }

    private static void assertRising(Watcher watcher) {
        List<Long> numbers =
                watcher.told().stream().map(told -> number(told.id())).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "abc",
                "0",
                "000000000000-1",
                "99999999999999999999999999999999999999",
                "' or 1=1",
                "${jndi:ldap://x}"
            })
    void givenAnIdThatNobodyGave_whenWatched_thenEverythingHasToBeReadAgain(String id) {
        try (Watcher watcher = http.watch("clients", "Last-Event-ID", id)) {
            assertThat(watcher.status()).isEqualTo(200);
            watcher.await("hello");
            watcher.await("reset");
        }
    }

    @Test
    void givenAnIdFromTheFuture_whenWatched_thenEverythingHasToBeReadAgain() {
        String id;
        try (Watcher watcher = http.watch("clients")) {
            id = watcher.await("hello").id();
        }
        try (Watcher watcher = http.watch("clients", "Last-Event-ID", id.replaceAll("-.*", "-9") + "0".repeat(16))) {
            watcher.await("reset");
        }
    }
}
