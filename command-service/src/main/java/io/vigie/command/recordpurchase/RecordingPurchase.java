package io.vigie.command.recordpurchase;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Every purchase is a fact of its own, of a client that left too. */
@Component
final class RecordingPurchase {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private final Clients clients;

    RecordingPurchase(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(RecordPurchase command) {
        return clients.change(command.clientId(), state -> decide(command, state));
    }

    static List<ClientEvent> decide(RecordPurchase command, ClientState state) {
        BigDecimal total = state.totalPurchase().add(command.amount());
        if (total.compareTo(MOST) > 0) {
            throw Refused.conflict("total-too-large", "The client's purchases would exceed 1,000,000,000,000,000.");
        }
        return List.of(new PurchaseRecorded(
                state.clientId(), command.amount(), command.purchasedAt(), command.reference(), total));
    }
}
