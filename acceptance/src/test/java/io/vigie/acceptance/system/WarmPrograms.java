package io.vigie.acceptance.system;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The programs beside the classes that each part has loaded, as a system that has ended cleanly leaves them. Whoever starts with
 * them starts in about half of the time, as every start does but the first of a data folder.
 */
final class WarmPrograms {

    private static final String PROGRAMS = "programs";

    /** What a clean end writes. */
    private static final String CLASSES = "edge.jsa";

    private final Path folder;

    private WarmPrograms(Path folder) {
        this.folder = folder;
    }

    /** Of the build that is tested: another one's classes are of no use. */
    static WarmPrograms of(Path home) throws IOException {
        long built = Files.getLastModifiedTime(home.resolve("complete")).toMillis();
        return new WarmPrograms(
                Path.of("target", "ended-cleanly", Long.toString(built)).toAbsolutePath());
    }

    /** Gives them to a data folder that was never started. */
    void lend(Path data) throws IOException, InterruptedException {
        Path programs = folder.resolve(PROGRAMS);
        if (!Files.exists(programs.resolve(CLASSES))) {
            try (RunningVigie first = RunningVigie.stopped(folder, Map.of())) {
                first.up();
                first.down();
            }
        }
        try (Stream<Path> all = Files.walk(programs)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path place = data.resolve(PROGRAMS).resolve(programs.relativize(file));
                Files.createDirectories(place.getParent());
                // The JVM wants the very files that the classes came from.
                Files.createLink(place, file);
            }
        } catch (FileSystemException anotherDisk) {
            // Then the system starts as a first one does.
            return;
        }
    }
}
