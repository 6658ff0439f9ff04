package io.vigie.benchmarks.access;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.load.Busy;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.load.HttpConnection.Answer;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.statistics.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the two that are compared: a service, who connects to it, and what is asked over and over. */
final class Side {

    private static final int CONNECTIONS = 8;
    private static final double NANOS_A_MICRO = 1_000;

    private final ContestedService service;
    private final Connect connect;
    private final Request request;
    private final List<Double> processorMicros = new ArrayList<>();

    Side(ContestedService service, Connect connect, Request request) {
        this.service = service;
        this.connect = connect;
        this.request = request;
    }

    /** Opens the connection of that number. */
    @FunctionalInterface
    interface Connect {
        HttpConnection connection(int number) throws IOException;
    }

    /** What is asked on the connection of that number. */
    @FunctionalInterface
    interface Request {
        Answer send(HttpConnection connection, int number) throws IOException;
    }

    /** One round: how many requests a second were answered. */
    double perSecond(Bench bench) throws Exception {
        List<HttpConnection> connections = new ArrayList<>();
        List<Busy.Step> steps = new ArrayList<>();
        try {
            for (int number = 0; number < CONNECTIONS; number++) {
                int own = number;
                HttpConnection connection = connect.connection(number);
                connections.add(connection);
                steps.add(() -> successful(request.send(connection, own)));
            }
            Duration before = service.processorTime();
            Outcome outcome = Busy.loops(steps, bench.scale().round());
            Duration spent = service.processorTime().minus(before);
            processorMicros.add(spent.toNanos() / NANOS_A_MICRO / outcome.count());
            return outcome.perSecond();
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }

    /**
     * Processor time of the service's own process for a request, in microseconds: the median of the last {@code rounds}. What
     * its connections cost PostgreSQL isn't in it.
     */
    double processorMicros(int rounds) {
        int all = processorMicros.size();
        return Samples.of(processorMicros.subList(Math.max(0, all - rounds), all))
                .median();
    }

    static void successful(Answer answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new IOException("answered " + answer);
        }
    }
}
