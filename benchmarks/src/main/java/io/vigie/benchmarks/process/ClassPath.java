package io.vigie.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Jars and folders, in order. What lies on one together decides what Spring Boot starts, so each contender has its own.
 *
 * @param entries absolute
 */
public record ClassPath(List<Path> entries) {

    /** That of this process: this module's classes first, and everything that any contender needs. */
    public static ClassPath own() {
        return new ClassPath(
                Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath())
                        .toList());
    }

    /** Every jar below a folder. */
    public static ClassPath below(Path folder) {
        try (Stream<Path> jars = Files.walk(folder)) {
            return new ClassPath(
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the jars whose file names begin like that. */
    public ClassPath without(String... beginnings) {
        return new ClassPath(entries.stream()
                .filter(entry ->
                        Arrays.stream(beginnings).noneMatch(entry.getFileName().toString()::startsWith))
                .toList());
    }

    /** With this module's classes in front. */
    public ClassPath withOwnClasses() {
        List<Path> all = new ArrayList<>(List.of(own().entries.get(0)));
        all.addAll(entries);
        return new ClassPath(all);
    }

    @Override
    public String toString() {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }
}
