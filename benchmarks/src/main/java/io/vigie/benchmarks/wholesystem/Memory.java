package io.vigie.benchmarks.wholesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The proportional set size of all processes that name a folder on their command line, and of their children. */
final class Memory {

    private Memory() {}

    /** Megabytes by what the processes are. */
    static Map<String, Double> of(Path folder) throws IOException {
        Set<ProcessHandle> processes = new LinkedHashSet<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (commandLine(process).stream().anyMatch(word -> word.contains(folder.toString()))) {
                processes.add(process);
                process.descendants().forEach(processes::add);
            }
        }
        Map<String, Double> megabytes = new TreeMap<>();
        for (ProcessHandle process : processes) {
            megabytes.merge(part(process), pss(process), Double::sum);
        }
        return megabytes;
    }

    private static String part(ProcessHandle process) {
        List<String> words = commandLine(process);
        return words.stream()
                .filter(word -> word.startsWith("-Dvigie.part="))
                .map(word -> word.substring("-Dvigie.part=".length()))
                .findFirst()
                .orElse(String.join(" ", words).contains("postgres") ? "postgresql" : "supervisor");
    }

    private static List<String> commandLine(ProcessHandle process) {
        return read(process, "cmdline").map(text -> List.of(text.split("\0"))).orElse(List.of());
    }

    private static double pss(ProcessHandle process) {
        try (Stream<String> lines = read(process, "smaps_rollup").stream().flatMap(String::lines)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    private static Optional<String> read(ProcessHandle process, String file) {
        try {
            return Optional.of(
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
