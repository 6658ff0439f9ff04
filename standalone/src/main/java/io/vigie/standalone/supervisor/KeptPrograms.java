package io.vigie.standalone.supervisor;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs as a data folder keeps them, so that a part can be started again while a build replaces those it was started
 * from. Links where the disk is the same one, copies otherwise; kept until the system is started from another build.
 */
final class KeptPrograms {

    private static final List<String> FOLDERS = List.of("lib", "services");
    private static final int ATTEMPTS = 3;

    /** The last file of a build, and the last one kept of it. */
    private static final String COMPLETE = "complete";

    private final Path built;
    private final Path kept;

    KeptPrograms(Path built, Path kept) {
        this.built = built;
        this.kept = kept;
    }

    /** The folder with the programs of the build. Only for the holder of the data folder's lock. */
    Path upToDate() throws IOException {
        for (int attempt = 1; !isUpToDate(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new IOException(built + " changes all the time");
            }
            take();
        }
        return kept;
    }

    private boolean isUpToDate() throws IOException {
        Path mark = kept.resolve(COMPLETE);
        return Files.exists(mark) && age(mark).equals(age(built.resolve(COMPLETE)));
    }

    private void take() throws IOException {
        FileTime begun = age(built.resolve(COMPLETE));
        DataFolder.empty(kept);
        for (String folder : FOLDERS) {
            try (Stream<Path> found = Files.walk(built.resolve(folder))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    keep(file);
                }
            }
        }
        if (age(built.resolve(COMPLETE)).equals(begun)) {
            keep(built.resolve(COMPLETE));
        }
    }

    private void keep(Path file) throws IOException {
        Path place = kept.resolve(built.relativize(file));
        Files.createDirectories(place.getParent());
        try {
            Files.createLink(place, file);
        } catch (FileSystemException | UnsupportedOperationException anotherDisk) {
            Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static FileTime age(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }
}
