package io.vigie.benchmarks.gateway.stock;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Registers a client. */
public record RegisterStockClient(@TargetAggregateIdentifier String clientId, ClientRegistered client) {}
