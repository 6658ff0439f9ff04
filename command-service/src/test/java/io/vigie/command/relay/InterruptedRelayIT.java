package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.embedded.KafkaBroker;
import io.vigie.web.StartRefused;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that is stopped anywhere, or overtaken by another one, neither loses nor doubles an event. */
class InterruptedRelayIT {

    private static final String EVENTS = Topics.CLIENT_EVENTS.name();

    /** What only the instance that relays can tell. */
    private static final List<String> FORGOTTEN =
            List.of("vigie.relay.lag", "vigie.relay.oldest.unsent.seconds", "vigie.relay.parked", "vigie.relay.gaps");

    private KafkaBroker kafka;
    private String database;

    @BeforeEach
    void start() {
        kafka = KafkaBroker.temporary();
        database = Servers.newDatabase();
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relay.after-send", "relay.after-commit"})
    void givenRelayThatDiesThere_whenAnotherGoesOn_thenEachEventOnceAndInOrder(String place) throws Exception {
        AtomicInteger deaths = new AtomicInteger();
        try (RelayRig rig = new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.batch=7")) {
            rig.crashPoint().onReached(reached -> {
                if (reached.equals(place) && deaths.incrementAndGet() % 3 == 1) {
                    throw new IllegalStateException("a test lets the relay die here");
                }
            });
            rig.store("a", 0, 30);
            rig.store("b", 0, 30);
            rig.awaitRelayed();

            assertThat(deaths).hasPositiveValue();
            assertThat(rig.publishedIds(EVENTS, "a")).isEqualTo(rig.eventIds("a"));
            assertThat(rig.publishedIds(EVENTS, "b")).isEqualTo(rig.eventIds("b"));
            assertThat(rig.bean(ProgressLog.class).newest().orElseThrow().sent())
                    .isEqualTo(60);
        }
    }

    @Test
    void givenTransactionsOfAllSizes_whenRelayed_thenProgressSpeaksOfWholeTransactionsOnly() throws Exception {
        try (RelayRig rig = new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.batch=7")) {
            try (Connection writer = rig.outsider()) {
                int client = 0;
                for (int size : new int[] {3, 20, 5, 7, 1, 15}) {
                    for (int i = 0; i < size; i++) {
                        RelayRig.insert(writer, "t-" + client++, 0, Instant.now(), 0, "{}");
                    }
                    writer.commit();
                }
            }
            rig.awaitRelayed();

            List<RelayProgress> all = new ArrayList<>();
            assertThat(rig.bean(ProgressLog.class).newest(progress -> !all.add(progress)))
                    .isEmpty();
            assertThat(all).hasSizeGreaterThan(3).allSatisfy(progress -> assertThat(progress.sent())
                    .isEqualTo(rig.count("select count(*) from domain_event_entry where transaction_id <= '"
                            + progress.transactionId() + "'")));
        }
    }

    @Test
    void givenPlantedBug_whenTheRelayDies_thenEventsAreLost() throws Exception {
        try (RelayRig rig = new RelayRig(
                database,
                kafka.bootstrapServers(),
                "--vigie.testing=true",
                "--vigie.planted-bug=position-before-acknowledgement")) {
            AtomicInteger deaths = new AtomicInteger();
            rig.crashPoint().onReached(reached -> {
                if (reached.equals("relay.after-send") && deaths.incrementAndGet() == 1) {
                    throw new IllegalStateException("a test lets the relay die here");
                }
            });
            rig.store("a", 0, 1);
            RelayRig.await(() -> deaths.get() > 0);
            rig.store("b", 0, 1);
            rig.awaitRelayed();

            assertThat(rig.publishedIds(EVENTS, "a")).isEmpty();
        }
    }

    @Test
    void givenPlantedBug_whenNotTesting_thenTheStartIsRefused() {
        assertThatThrownBy(() -> new RelayRig(
                        database, kafka.bootstrapServers(), "--vigie.planted-bug=position-before-acknowledgement"))
                .rootCause()
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void givenTwoRelays_whenTheStoppedOneWakesUp_thenItIsFencedAndNothingDoubled() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        try (RelayRig zombie = new RelayRig(
                database, kafka.bootstrapServers(), "--vigie.relay.lease=1s", "--vigie.reconciliation.every=200ms")) {
            RelayRig.await(() -> zombie.bean(RelayStatus.class).isLeading());
            parkedAndSkipped(zombie);
            RelayRig.await(() -> gauge(zombie, "vigie.relay.gaps") == 1 && gauge(zombie, "vigie.relay.parked") == 1);
            zombie.crashPoint().onReached(place -> {
                if (place.equals("relay.after-send")) {
                    stopped.countDown();
                    awaitQuietly(wake);
                }
            });
            zombie.store("c", 0, 5);
            assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
            RelayRig.await(() ->
                    gauge(zombie, "vigie.relay.lag") > 0 && gauge(zombie, "vigie.relay.oldest.unsent.seconds") > 0);
            try (RelayRig successor = new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.lease=60s")) {
                RelayRig.await(() -> {
                    successor.jdbcUpdate("update relay_lease set expires_at = '-infinity' where taken = 1");
                    return successor.bean(RelayStatus.class).isLeading();
                });
                successor.store("c", 5, 5);
                successor.awaitRelayed();
                wake.countDown();
                RelayRig.await(() -> !zombie.bean(RelayStatus.class).isLeading());
                successor.store("c", 10, 5);
                successor.awaitRelayed();

                assertThat(successor.publishedIds(EVENTS, "c")).isEqualTo(successor.eventIds("c"));
                assertThat(successor.bean(RelayStatus.class).isLeading()).isTrue();
                RelayRig.await(() -> FORGOTTEN.stream().allMatch(name -> gauge(zombie, name) == 0));
                Thread.sleep(2_500);
                assertThat(FORGOTTEN)
                        .allSatisfy(name -> assertThat(gauge(zombie, name)).isZero());
                assertThat(gauge(successor, "vigie.relay.parked")).isEqualTo(1);
            }
        }
    }

    @Test
    void givenLeaderThatIsGone_whenAnotherWaits_thenItTakesOverWithoutWaitingForTheLease() {
        try (RelayRig second = leadThenStandBy()) {
            RelayRig.await(() -> second.bean(RelayStatus.class).isLeading());
        }
    }

    private RelayRig leadThenStandBy() {
        try (RelayRig first = new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.lease=10m")) {
            RelayRig.await(() -> first.bean(RelayStatus.class).isLeading());
            first.jdbc()
                    .queryForList(
                            "select pg_terminate_backend(session_id) from relay_lease where name = 'relay'",
                            Boolean.class);
            return new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.lease=2s");
        }
    }

    /** An event that can't become a record, and one that appears where the relay has been. */
    private static void parkedAndSkipped(RelayRig rig) throws Exception {
        try (Connection writer = rig.outsider();
                Statement insert = writer.createStatement()) {
            insert.execute("""
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                        time_stamp, payload_type, payload_revision, payload, meta_data)
                    values ('parked', 'parked', 0, 'Client', '2026-01-01T00:00:00Z', 'client-returned', '1', '{}',
                        '[]')""");
            writer.commit();
            rig.awaitRelayed();
            insert.execute("""
                    insert into domain_event_entry (transaction_id, event_identifier, aggregate_identifier,
                        sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
                    values ('5', 'skipped', 'skipped', 0, 'Client', '2026-01-01T00:00:00Z', 'client-returned', '1',
                        '{}', '{}')""");
            writer.commit();
        }
    }

    private static double gauge(RelayRig rig, String name) {
        return rig.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
