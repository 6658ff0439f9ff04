package io.vigie.benchmarks;

import io.vigie.benchmarks.statistics.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run, with what they are to reach. */
final class Report {

    private final boolean quick;
    private final Machine machine;
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    Report(boolean quick, Machine machine) {
        this.quick = quick;
        this.machine = machine;
    }

    void add(Measurement measurement, List<Figure> measured) {
        figures.put(measurement.name(), measured);
    }

    void fail(Measurement measurement, String reason) {
        failures.put(measurement.name(), reason);
    }

    /** 0, 1 when something could not be measured, 3 when a target was missed. */
    int exitCode() {
        if (!failures.isEmpty()) {
            return 1;
        }
        return figures.values().stream().flatMap(List::stream).allMatch(Figure::isMet) ? 0 : 3;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d processors, Java %s, load before %.1f, 8 kB durable in %.2f ms%s%n",
                machine.processors(),
                machine.java(),
                machine.load(),
                machine.flushMillis(),
                quick ? "; SHORT rounds: these figures only show that it runs" : "");
        figures.forEach((name, some) -> some.forEach(figure -> out.printf(
                Locale.ROOT,
                "%-12s %-52s %12s %-10s %s%n",
                name,
                figure.what(),
                number(figure.value()),
                figure.unit(),
                verdict(figure))));
        failures.forEach((name, reason) -> out.printf("%-12s could not be measured: %s%n", name, reason));
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("short", quick);
        all.put("figures", figures);
        all.put("failures", failures);
        Files.write(
                file,
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsBytes(all));
    }

    private static String verdict(Figure figure) {
        Target target = figure.target();
        return target == null
                ? ""
                : (target.atLeast() ? "≥ " : "≤ ") + number(target.bound()) + (figure.isMet() ? "  met" : "  MISSED");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
