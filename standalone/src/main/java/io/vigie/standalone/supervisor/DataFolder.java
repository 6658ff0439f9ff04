package io.vigie.standalone.supervisor;

import io.vigie.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where one system keeps everything.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final long LEAST_FREE = 512L * 1024 * 1024;

    /**
     * Makes the folder on first use, for its owner alone, and refuses one without room.
     *
     * @throws Refusal when it can't be written, others can change it, or its disk is nearly full
     */
    public void prepare() {
        prepare(folder -> Files.getFileStore(folder).getUsableSpace());
    }

    /** How many bytes may still be written to the disk of a folder. */
    interface Room {
        long of(Path folder) throws IOException;
    }

    void prepare(Room room) {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, OWNER_ONLY);
            }
            refuseOneThatOthersCanChange();
            // The folder may have been there before, and readable for everybody.
            for (Path own : List.of(logs(), kafka(), streams(), programs(), root.resolve("tmp"))) {
                Files.createDirectories(own);
                Files.setPosixFilePermissions(own, OWNER_ONLY);
            }
            long free = room.of(root);
            if (free < LEAST_FREE) {
                throw new Refusal("The disk of " + root + " has only " + free / (1024 * 1024)
                        + " MB free and Vigie needs 512 MB: free some, or choose another folder with --data.");
            }
        } catch (IOException e) {
            throw new Refusal(
                    root + " can't be written (" + e.getMessage() + "): choose another folder with --data.", 1, e);
        }
    }

    /** Whoever can put other files in the place of these can be anybody here. */
    private void refuseOneThatOthersCanChange() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(root);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new Refusal("Others can change what is in " + root + ": `chmod go-w " + root
                    + "`, or choose another folder with --data.");
        }
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    /** What a part prints. */
    public Path log(PartName part) {
        return logs().resolve(part + ".log");
    }

    /** What the supervisor prints when nobody is attached. */
    public Path supervisorLog() {
        return logs().resolve("supervisor.log");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The optional settings of the three services. */
    Path settings() {
        return root.resolve("vigie.properties");
    }

    /** By what the parts know each other. */
    Path secrets() {
        return root.resolve("secrets");
    }

    /** The first account and its tokens. */
    public Path credentials() {
        return root.resolve("credentials");
    }

    Path lock() {
        return root.resolve("vigie.lock");
    }

    Path ports() {
        return root.resolve("ports.json");
    }

    Path state() {
        return root.resolve("state.json");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path streams() {
        return root.resolve("streams");
    }

    /** The programs that the system runs. */
    Path programs() {
        return root.resolve("programs");
    }

    /** A part's own temporary folder, emptied: a killed process can't tidy up after itself. */
    Path emptyTemporary(PartName part) throws IOException {
        return empty(root.resolve("tmp").resolve(part.toString()));
    }

    /** That folder with nothing in it. */
    static Path empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
