package io.vigie.benchmarks.gateway;

import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.gateway.stock.RegisterStockClient;
import io.vigie.benchmarks.gateway.stock.StockApplication;
import io.vigie.benchmarks.process.Contender;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** The framework in its stock configuration, with the same registrations. */
public final class StockGateway {

    private StockGateway() {}

    /** Takes Spring's arguments. */
    public static void main(String[] args) {
        CommandGateway gateway = StockApplication.start(args);
        Contender.serve(words -> SentCommands.during(words, number -> gateway.sendAndWait(command(number))));
    }

    private static RegisterStockClient command(long number) {
        String id = UUID.randomUUID().toString();
        return new RegisterStockClient(id, new SampleClient(number).registered(id));
    }
}
