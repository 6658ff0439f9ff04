package io.vigie.benchmarks.wholesystem;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.statistics.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How soon the system is ready again, and how much memory all of it takes after its demo. */
public final class SystemSize implements Measurement {

    @Override
    public String name() {
        return "system";
    }

    @Override
    public String what() {
        return "ready on the second start, and memory of everything after the demo";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (RunningVigie vigie = new RunningVigie(bench)) {
            double first = vigie.up();
            vigie.run("demo");
            Map<String, Double> megabytes = Memory.of(vigie.data());
            vigie.down();
            figures.add(new Figure("ready on the second start", vigie.up(), "s", Target.atMost(30)));
            figures.add(Figure.of("ready on the first start", first, "s"));
            double sum =
                    megabytes.values().stream().mapToDouble(Double::doubleValue).sum();
            figures.add(new Figure("memory after the demo", sum / 1024, "GB (PSS)", Target.atMost(1.6)));
            megabytes.forEach((part, size) -> figures.add(Figure.of("memory of " + part, size, "MB (PSS)")));
        }
        return figures;
    }
}
