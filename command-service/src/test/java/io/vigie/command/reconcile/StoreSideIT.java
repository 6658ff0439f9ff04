package io.vigie.command.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.RunningService;
import io.vigie.contracts.progress.RelayProgress;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoreSideIT {

    @Test
    void givenEventsOfSeveralTransactions_whenCountedByPagesOfAnySize_thenAllUpToThePositionCount() {
        try (RunningService service = RunningService.onNewDatabase()) {
            for (int client = 0; client < 7; client++) {
                assertThat(service.send("POST", "/api/clients", """
                                {"name":"Jane Doe","company":"Doe & Sons","location":"12 Elm St","age":38,
                                "onboardedOn":"2016-06-29","totalPurchase":100,"numSites":12}""").status()).isEqualTo(201);
            }
            StoreSide store = service.bean(StoreSide.class);
            for (int atOnce : new int[] {1, 2, 3, 6, 7, 8, 100}) {
                assertThat(store.all(position(service, 7), atOnce))
                        .as("all, by " + atOnce)
                        .isEqualTo(7);
                assertThat(store.all(position(service, 4), atOnce))
                        .as("four, by " + atOnce)
                        .isEqualTo(4);
            }
        }
    }

    private static RelayProgress position(RunningService service, int event) {
        return Objects.requireNonNull(service.jdbc()
                .queryForObject(
                        "select transaction_id::text::bigint, global_index from domain_event_entry"
                                + " order by transaction_id, global_index limit 1 offset ?",
                        (row, number) -> new RelayProgress(row.getLong(1), row.getLong(2), 0, Map.of(), Instant.EPOCH),
                        event - 1));
    }
}
