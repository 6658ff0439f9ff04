package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vigie.command.relay.StoredEvents.Batch;
import io.vigie.command.testing.RunningService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How the store is cut into batches. It holds three transactions of three events. */
class StoredEventsIT {

    private static RunningService service;

    /** Behind what the first start brings. */
    private static Position begin = Position.BEGINNING;

    @BeforeAll
    static void store() throws Exception {
        service = RunningService.onNewDatabase();
        List<StoredEvent> first = await().until(
                        () -> service.bean(StoredEvents.class)
                                .after(Position.BEGINNING, 10)
                                .events(),
                        events -> events.size() == 2);
        begin = first.get(1).position();
        try (Connection connection = DriverManager.getConnection(service.url(), service.user(), service.password())) {
            connection.setAutoCommit(false);
            for (int transaction = 0; transaction < 3; transaction++) {
                for (int event = 0; event < 3; event++) {
                    RelayRig.insert(
                            connection, "c" + transaction, event, Instant.now(), 0, RelayRig.json("c" + transaction));
                }
                connection.commit();
            }
        }
        // A transaction that began before, of anybody in the database, holds the horizon back.
        await().until(() ->
                service.bean(StoredEvents.class).after(begin, 10).events().size() == 9);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, true",
        "2, 3, true",
        "3, 3, true",
        "4, 3, true",
        "5, 3, true",
        "6, 6, true",
        "8, 6, true",
        "9, 9, false",
        "10, 9, false",
    })
    void givenALimit_whenRead_thenAsManyWholeTransactionsAsFit(int limit, int events, boolean more) {
        Batch batch = service.bean(StoredEvents.class).after(begin, limit);

        assertThat(batch.events()).hasSize(events);
        assertThat(batch.more()).isEqualTo(more);
    }

    @Test
    void givenASmallLimit_whenReadToTheEnd_thenEachEventOnceInItsOrder() {
        StoredEvents store = service.bean(StoredEvents.class);
        StringBuilder read = new StringBuilder();
        Batch batch = store.after(begin, 2);
        while (!batch.events().isEmpty()) {
            batch.events().forEach(event -> read.append(event.aggregateId())
                    .append(event.sequenceNumber())
                    .append(' '));
            batch = store.after(batch.events().get(batch.events().size() - 1).position(), 2);
        }

        assertThat(read.toString()).isEqualTo("c00 c01 c02 c10 c11 c12 c20 c21 c22 ");
    }

    @Test
    void givenAStoreThatFailsWhileReadAhead_whenTheNextAreWanted_thenItIsToldOnceAndReadAgain() {
        FailsOnce source = new FailsOnce(service.bean(DataSource.class));
        try (ReadAhead ahead = new ReadAhead(new StoredEvents(source), 3)) {
            Batch first = ahead.after(begin);
            Position last = first.events().get(2).position();

            assertThat(first.more()).isTrue();
            assertThatThrownBy(() -> ahead.after(last)).isInstanceOf(DataAccessException.class);
            assertThat(ahead.after(last).events())
                    .extracting(StoredEvent::aggregateId)
                    .containsExactly("c1", "c1", "c1");
        }
    }

    /** Gives no second connection. */
    private static final class FailsOnce extends DelegatingDataSource {

        private final AtomicInteger given = new AtomicInteger();

        FailsOnce(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (given.incrementAndGet() == 2) {
                throw new SQLException("refused");
            }
            return super.getConnection();
        }
    }
}
