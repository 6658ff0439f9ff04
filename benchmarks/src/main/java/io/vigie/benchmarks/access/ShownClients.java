package io.vigie.benchmarks.access;

import io.vigie.benchmarks.clients.PublishedEvents;
import io.vigie.benchmarks.clients.PublishedScores;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.projection.CoveredOffsets;
import io.vigie.benchmarks.servers.Burst;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.sql.Connection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Clients with a score each, most of whom some account manager has; a few are nobody's. */
final class ShownClients {

    private static final int COUNT = 2_000;
    private static final int ONE_IN = 10;
    private static final int MANAGED = 8;

    private ShownClients() {}

    /** Publishes them, and waits until the views have them. */
    static void publish(Servers servers, Database views) throws Exception {
        try (Burst burst = new Burst(servers);
                Connection watch = views.connect()) {
            CoveredOffsets.await(
                    watch, burst.publish(IntStream.range(0, COUNT).boxed().flatMap(ShownClients::records)));
        }
    }

    private static Stream<ProducerRecord<String, byte[]>> records(int number) {
        ClientRegistered client = new SampleClient(number).registered(id(number));
        ClientRegistered assigned = new ClientRegistered(
                client.clientId(),
                client.personal(),
                client.state(),
                client.age(),
                client.onboardedOn(),
                client.years(),
                client.totalPurchase(),
                client.numSites(),
                number % ONE_IN < MANAGED ? AccountManagers.id(number % ONE_IN) : null,
                false);
        ProducerRecord<String, byte[]> published =
                PublishedEvents.on(Topics.CLIENT_EVENTS.name(), Servers.PARTITIONS, assigned, 1);
        return Stream.of(published, PublishedScores.of(published, 1));
    }

    /** One that both that account manager and everybody else may see. */
    static String any(int manager) {
        return id(ONE_IN * ThreadLocalRandom.current().nextInt(COUNT / ONE_IN) + manager % MANAGED);
    }

    private static String id(int number) {
        return "client-%08d".formatted(number);
    }
}
