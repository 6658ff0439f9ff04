package io.vigie.benchmarks.access;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.access.Side.Connect;
import io.vigie.benchmarks.access.Side.Request;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The same requests to services as they are shipped, and to the same services in which a filter takes everybody for the same
 * person: what recognising somebody, asking the table and the rules of rows cost.
 */
public final class AccessCost implements Measurement {

    private static final int BUYERS = 200;
    private static final String WITH = "with access";
    private static final String WITHOUT = "without";
    private static final String AGAIN = "without, again";
    private static final Target AT_MOST_A_TWENTIETH = Target.atLeast(0.95);

    @Override
    public String name() {
        return "access";
    }

    @Override
    public String what() {
        return "reads and commands of somebody who has to be recognised, against the same of nobody in particular";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (Servers servers = Servers.both(bench)) {
            servers.createTopics();
            Database views = servers.views();
            // The first makes the tokens for all.
            try (ContestedService commands = ContestedService.commands(bench, servers, true);
                    ContestedService openCommands = ContestedService.commands(bench, servers, false);
                    ContestedService queries = ContestedService.queries(bench, servers, views, true);
                    ContestedService openQueries = ContestedService.queries(bench, servers, views, false);
                    ContestedService openAgain = ContestedService.queries(bench, servers, views, false)) {
                ShownClients.publish(servers, views);
                Credentials credentials = servers.credentials();
                Connect all = number -> credentials.connection(queries.port(), Credentials.AGENCY_MANAGER);
                List<String> tokens = AccountManagers.tokens(servers.access());
                Connect own = number -> new HttpConnection(queries.port(), tokens.get(number % tokens.size()));
                Connect open = number -> new HttpConnection(openQueries.port());
                Connect agency = number -> credentials.connection(commands.port(), Credentials.AGENCY_MANAGER);
                Connect nobody = number -> new HttpConnection(openCommands.port());
                List<Figure> figures = new ArrayList<>();
                Connect sameOpen = number -> new HttpConnection(openAgain.port());
                Side without = new Side(openQueries, open, client());
                figures.add(control(bench, without, new Side(openAgain, sameOpen, client())));
                figures.addAll(compared(bench, "a client", new Side(queries, all, client()), without));
                figures.addAll(compared(
                        bench,
                        "a client of one's own",
                        new Side(queries, own, client()),
                        new Side(openQueries, open, client())));
                figures.addAll(compared(
                        bench, "50 clients", new Side(queries, all, list()), new Side(openQueries, open, list())));
                figures.addAll(compared(
                        bench,
                        "50 clients of one's own",
                        new Side(queries, own, list()),
                        new Side(openQueries, open, listOf())));
                figures.addAll(compared(
                        bench,
                        "a purchase",
                        new Side(commands, agency, purchase(registered(agency))),
                        new Side(openCommands, nobody, purchase(registered(nobody)))));
                return figures;
            }
        }
    }

    /** How far two processes are apart that are the same: no other ratio here says more than that. */
    private static Figure control(Bench bench, Side one, Side other) throws Exception {
        Results results = bench.contest()
                .with(WITHOUT, () -> one.perSecond(bench))
                .with(AGAIN, () -> other.perSecond(bench))
                .run(bench.scale().warmUps(), bench.scale().rounds());
        return Figure.of("a client, two processes without access", results.ratio(AGAIN, WITHOUT), "×");
    }

    private static List<Figure> compared(Bench bench, String what, Side with, Side without) throws Exception {
        int rounds = bench.scale().rounds();
        Results results = bench.contest()
                .with(WITH, () -> with.perSecond(bench))
                .with(WITHOUT, () -> without.perSecond(bench))
                .run(bench.scale().warmUps(), rounds);
        return List.of(
                new Figure(what + ", with access ÷ without", results.ratio(WITH, WITHOUT), "×", AT_MOST_A_TWENTIETH),
                Figure.of(what + " with access", results.median(WITH), "requests/s"),
                Figure.of(what + ", processor time of the service with access", with.processorMicros(rounds), "µs"),
                Figure.of(what + ", the same without", without.processorMicros(rounds), "µs"));
    }

    private static Request client() {
        return (connection, number) -> connection.get("/api/clients/" + ShownClients.any(number));
    }

    private static Request list() {
        return (connection, number) -> connection.get("/api/clients?limit=50");
    }

    /** Without access somebody has to say whose clients are wanted. */
    private static Request listOf() {
        return (connection, number) ->
                connection.get("/api/clients?limit=50&accountManagerId=" + AccountManagers.id(number));
    }

    private static Request purchase(List<String> buyers) {
        return (connection, number) -> connection.post(
                "/api/clients/" + buyers.get(ThreadLocalRandom.current().nextInt(buyers.size())) + "/purchases",
                "application/json",
                "{\"amount\":12.5}");
    }

    private static List<String> registered(Connect connect) throws IOException {
        List<String> ids =
                IntStream.range(0, BUYERS).mapToObj(number -> "buyer-" + number).toList();
        try (HttpConnection connection = connect.connection(0)) {
            for (int number = 0; number < BUYERS; number++) {
                String body = new SampleClient(number).json();
                Side.successful(connection.post(
                        "/api/clients",
                        "application/json",
                        "{\"clientId\":\"%s\",".formatted(ids.get(number)) + body.substring(1)));
            }
        }
        return ids;
    }
}
