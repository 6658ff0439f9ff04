package io.vigie.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.command.eventstore.StoredClient.ChangeSites;
import io.vigie.command.eventstore.StoredClient.Register;
import io.vigie.command.testing.Servers;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = StoreOnly.class, webEnvironment = WebEnvironment.NONE)
class EventStoreIT {

    @Autowired
    private CommandGateway commands;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private LastPosition lastPosition;

    @Autowired
    private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Servers.newDatabase(registry);
    }

    @Test
    void givenCommands_whenHandled_thenEventsAreRowsWithPublishedNamesAndMetadata() {
        commands.sendAndWait(new Register("row", "Zoë"));
        commands.sendAndWait(new ChangeSites("row", 8, 9));

        assertThat(jdbc.queryForList("""
                        select version, event_type, revision, aggregate_type, payload ->> 'numSites' as sites,
                            metadata ->> 'actor' as actor, metadata ->> 'actorKind' as kind
                        from read_as_text where aggregate_identifier = 'row' order by version"""))
                .containsExactly(
                        row(1L, "client-registered", "7"),
                        row(2, "client-sites-changed", "8"),
                        row(3, "client-sites-changed", "9"));
        assertThat(jdbc.queryForList("select meta_data::text from domain_event_entry", String.class))
                .allSatisfy(metadata -> assertThat(metadata).doesNotContain("class"));
    }

    @Test
    void givenRegisteredId_whenRegisteredAgain_thenRefusedWithoutSqlOrPayload() {
        commands.sendAndWait(new Register("twice", "Secret Name"));

        assertThatThrownBy(() -> commands.sendAndWait(new Register("twice", "Other Name")))
                .isInstanceOf(AggregateStreamCreationException.class)
                .hasMessageNotContainingAny("Name", "insert", "payload")
                .hasNoCause();
    }

    @Test
    void givenTwoWriters_whenTheSecondIsLate_thenConcurrencyException() throws Exception {
        commands.sendAndWait(new Register("raced", "A"));
        CountDownLatch appended = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> inTransaction(() -> {
            commands.sendAndWait(new ChangeSites("raced", 1));
            appended.countDown();
            awaitSomebodyWaiting();
        }));
        appended.await();
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> commands.sendAndWait(new ChangeSites("raced", 2)));

        first.get();
        assertThatThrownBy(second::get).hasCauseInstanceOf(ConcurrencyException.class);
        assertThat(count("raced")).isEqualTo(2);
    }

    @Test
    void givenOlderTransactionThatWroteElsewhere_whenItFollowsAYoungerOne_thenConcurrencyException() {
        commands.sendAndWait(new Register("overtaken", "A"));

        assertThatThrownBy(() -> inTransaction(() -> {
                    commands.sendAndWait(new Register("older", "B"));
                    CompletableFuture.runAsync(() -> commands.sendAndWait(new ChangeSites("overtaken", 1)))
                            .join();
                    commands.sendAndWait(new ChangeSites("overtaken", 2));
                }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(count("overtaken")).isEqualTo(2);
        assertThat(count("older")).isZero();
    }

    @Test
    void givenHugeEvent_whenAppended_thenTooLargeAndNothingWritten() {
        assertThatThrownBy(() -> commands.sendAndWait(new Register("huge", "x".repeat(EventTooLarge.LIMIT))))
                .isInstanceOf(EventTooLarge.class);
        assertThat(count("huge")).isZero();
    }

    @Test
    void givenAppendInTransaction_whenAskedForPosition_thenThatTransaction() {
        assertThat(lastPosition.ofThisTransaction()).isEmpty();
        OptionalLong told = new TransactionTemplate(transactions).execute(status -> {
            commands.sendAndWait(new Register("positioned", "A"));
            return lastPosition.ofThisTransaction();
        });

        assertThat(told).isPresent().isEqualTo(lastPosition.ofAggregate("positioned"));
        assertThat(lastPosition.ofThisTransaction()).isEmpty();
        assertThat(lastPosition.ofAggregate("nobody")).isEmpty();
    }

    @Test
    void givenStoredEvents_whenChangedOrRemoved_thenRefused() {
        commands.sendAndWait(new Register("final", "A"));

        for (String change : new String[] {
            "update domain_event_entry set type = 'x'", "delete from domain_event_entry", "truncate domain_event_entry"
        }) {
            assertThatThrownBy(() -> jdbc.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void givenOpenTransaction_whenLookedAtByTheServer_thenItsLifeIsLimited() {
        assertThat(jdbc.queryForMap("""
                        select current_setting('transaction_timeout') as t, current_setting('lock_timeout') as l,
                            current_setting('idle_in_transaction_session_timeout') as i""")).isEqualTo(Map.of("t", "15s", "l", "2s", "i", "10s"));
    }

    private int count(String aggregateId) {
        Integer count = jdbc.queryForObject(
                "select count(*) from domain_event_entry where aggregate_identifier = ?", Integer.class, aggregateId);
        return count == null ? -1 : count;
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static Map<String, Object> row(long version, String type, String sites) {
        return Map.of(
                "version", version,
                "event_type", type,
                "revision", "1",
                "aggregate_type", "Client",
                "sites", sites,
                "actor", "local",
                "kind", "user");
    }

    private void awaitSomebodyWaiting() {
        String waiting = "select exists (select from pg_locks where not granted)";
        while (!Boolean.TRUE.equals(jdbc.queryForObject(waiting, Boolean.class))) {
            Thread.onSpinWait();
        }
    }
}
