package io.vigie.benchmarks.wholesystem;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.load.HttpConnection.Answer;
import io.vigie.benchmarks.statistics.Samples;
import io.vigie.benchmarks.statistics.Target;
import io.vigie.benchmarks.wholesystem.BadRequests.BadRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How soon bad input is told so: a request by its 4xx, a record by its dead letter in the views. */
public final class Refusals implements Measurement {

    private static final int WARM_UPS = 20;
    private static final int TIMES = 50;

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public String what() {
        return "bad requests to their 4xx and unusable records to their dead letters on the whole running system";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (RunningVigie vigie = new RunningVigie(bench)) {
            vigie.up();
            List<Figure> figures = new ArrayList<>();
            figures.addAll(requests(vigie));
            try (BadRecords records = new BadRecords(vigie.data(), vigie.connection(Credentials.AUDITOR))) {
                figures.add(new Figure(
                        "unusable record to dead letter, most",
                        records.untilTold().most(),
                        "ms",
                        Target.atMost(5_000)));
            }
            return figures;
        }
    }

    private static List<Figure> requests(RunningVigie vigie) throws IOException {
        List<Double> all = new ArrayList<>();
        String slowest = "";
        double most = 0;
        for (BadRequest request : BadRequests.all()) {
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                millis(vigie, request);
            }
            for (int time = 0; time < TIMES; time++) {
                double taken = millis(vigie, request);
                all.add(taken);
                if (taken > most) {
                    most = taken;
                    slowest = request.name();
                }
            }
        }
        Samples samples = Samples.of(all);
        return List.of(
                new Figure("bad request to 4xx, most (" + slowest + ")", samples.most(), "ms", Target.atMost(200)),
                Figure.of("bad request to 4xx, p50", samples.median(), "ms"),
                Figure.of("bad request to 4xx, p99", samples.percentile(0.99), "ms"));
    }

    private static double millis(RunningVigie vigie, BadRequest request) throws IOException {
        try (HttpConnection connection = vigie.connection(Credentials.AGENCY_MANAGER)) {
            long start = System.nanoTime();
            Answer answer = connection.send(request.method(), request.path(), "application/json", request.body());
            double taken = (System.nanoTime() - start) / 1e6;
            if (answer.status() < 400 || answer.status() > 499) {
                throw new IOException(request.name() + " was answered " + answer);
            }
            return taken;
        }
    }
}
