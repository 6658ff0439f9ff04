package io.vigie.benchmarks.gateway;

import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.process.Contender;
import io.vigie.command.CommandService;
import io.vigie.command.client.Profile;
import io.vigie.command.registerclient.RegisterClient;
import io.vigie.contracts.client.Personal;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.SpringApplication;

/** Vigie's command-service as it is shipped, with commands sent straight to its gateway. */
public final class VigieGateway {

    private VigieGateway() {}

    /** Takes the arguments of the service. */
    public static void main(String[] args) {
        CommandGateway gateway =
                SpringApplication.run(CommandService.class, args).getBean(CommandGateway.class);
        Contender.serve(words -> SentCommands.during(words, number -> gateway.sendAndWait(command(number))));
    }

    private static RegisterClient command(long number) {
        SampleClient client = new SampleClient(number);
        return new RegisterClient(
                UUID.randomUUID().toString(),
                new Profile(
                        new Personal(client.name(), client.company(), client.location()),
                        client.age(),
                        client.onboardedOn()),
                client.years(),
                client.totalPurchase(),
                client.numSites(),
                null,
                false);
    }
}
