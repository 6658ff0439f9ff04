package io.vigie.benchmarks.wholesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of a running system, as Linux knows them. */
final class Processes {

    private static final String PART = "-Dvigie.part=";

    private Processes() {}

    /** All that name a folder on their command line and their children, with the part that each is of. */
    static Map<ProcessHandle, String> of(Path folder) {
        Map<ProcessHandle, String> found = new LinkedHashMap<>();
        ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).stream().anyMatch(word -> word.contains(folder.toString())))
                .forEach(process -> {
                    found.put(process, part(process));
                    process.descendants().forEach(child -> found.put(child, part(child)));
                });
        return found;
    }

    /** Those of one part. */
    static List<ProcessHandle> of(Path folder, String part) {
        return of(folder).entrySet().stream()
                .filter(process -> process.getValue().equals(part))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A file of {@code /proc} about a process, unless it has ended. */
    static Optional<String> read(ProcessHandle process, String file) {
        try {
            return Optional.of(
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String part(ProcessHandle process) {
        List<String> words = commandLine(process);
        return words.stream()
                .filter(word -> word.startsWith(PART))
                .map(word -> word.substring(PART.length()))
                .findFirst()
                .orElse(String.join(" ", words).contains("postgres") ? "postgresql" : "supervisor");
    }

    private static List<String> commandLine(ProcessHandle process) {
        return read(process, "cmdline").map(text -> List.of(text.split("\0"))).orElse(List.of());
    }
}
