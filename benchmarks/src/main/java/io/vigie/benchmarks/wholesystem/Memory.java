package io.vigie.benchmarks.wholesystem;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The proportional set size of all processes of a running system. */
final class Memory {

    private Memory() {}

    /** Megabytes by part. */
    static Map<String, Double> of(Path folder) {
        Map<String, Double> megabytes = new TreeMap<>();
        Processes.of(folder).forEach((process, part) -> megabytes.merge(part, pss(process), Double::sum));
        return megabytes;
    }

    private static double pss(ProcessHandle process) {
        try (Stream<String> lines =
                Processes.read(process, "smaps_rollup").stream().flatMap(String::lines)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }
}
