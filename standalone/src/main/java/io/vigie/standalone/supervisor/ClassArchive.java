package io.vigie.standalone.supervisor;

import io.vigie.embedded.RunningProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part's loaded classes, kept beside the programs so that its next start takes about half of the time. The JVM writes
 * it when the part first ends cleanly, and doesn't use it after the programs have changed.
 */
final class ClassArchive {

    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:class+path=off");

    private final Path archive;
    private final Path half;

    ClassArchive(Path folder, PartName part) {
        this.archive = folder.resolve(part + ".jsa");
        this.half = folder.resolve(part + ".jsa." + ProcessHandle.current().pid());
    }

    /** Deletes what JVMs of supervisors that live no more have written. */
    static void tidy(Path folder) {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "*.jsa.*")) {
            for (Path half : halves) {
                String name = half.getFileName().toString();
                long supervisor = Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
                if (RunningProcess.of(supervisor).isEmpty()) {
                    Files.deleteIfExists(half);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Only disk space is at stake.
            return;
        }
    }

    /** What to tell the JVM at a start. */
    List<String> options() {
        String option = Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + half;
        return Stream.concat(Stream.of(option), QUIET.stream()).toList();
    }

    /** Whether the next start is a fast one; otherwise the next clean end takes longer, as it writes the archive. */
    boolean exists() {
        return Files.exists(archive);
    }

    /** After a clean end: what the JVM has written counts from now on. After any other it may be torn, and is deleted. */
    void ended(boolean cleanly) {
        try {
            if (cleanly && Files.exists(half)) {
                Files.move(half, archive, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // Only the speed of the next start is at stake.
            half.toFile().deleteOnExit();
        }
    }
}
