package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.relay.StoredEvents.Batch;
import io.vigie.command.testing.RunningService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the store is cut into batches. It holds three transactions of three events. */
class StoredEventsIT {

    private static RunningService service;

    @BeforeAll
    static void store() throws Exception {
        service = RunningService.onNewDatabase();
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
        Batch batch = service.bean(StoredEvents.class).after(Position.BEGINNING, limit);

        assertThat(batch.events()).hasSize(events);
        assertThat(batch.more()).isEqualTo(more);
    }

    @Test
    void givenASmallLimit_whenReadToTheEnd_thenEachEventOnceInItsOrder() {
        StoredEvents store = service.bean(StoredEvents.class);
        StringBuilder read = new StringBuilder();
        Batch batch = store.after(Position.BEGINNING, 2);
        while (!batch.events().isEmpty()) {
            batch.events().forEach(event -> read.append(event.aggregateId())
                    .append(event.sequenceNumber())
                    .append(' '));
            batch = store.after(batch.events().get(batch.events().size() - 1).position(), 2);
        }

        assertThat(read.toString()).isEqualTo("c00 c01 c02 c10 c11 c12 c20 c21 c22 ");
    }
}
