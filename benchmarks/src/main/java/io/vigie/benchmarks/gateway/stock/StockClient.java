package io.vigie.benchmarks.gateway.stock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.math.BigDecimal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A client that can be registered. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon makes an empty one and sources it
public class StockClient {

    @AggregateIdentifier
    private String clientId;

    private BigDecimal totalPurchase;

    StockClient() {}

    @CommandHandler
    StockClient(RegisterStockClient command) {
        apply(command.client());
    }

    @EventSourcingHandler
    void on(ClientRegistered event) {
        clientId = event.clientId();
        totalPurchase = event.totalPurchase();
    }

    BigDecimal totalPurchase() {
        return totalPurchase;
    }
}
