package io.vigie.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per user into a cache (system property {@code vigie.cache}, by default
 * {@code ~/.cache/vigie}, without a home in the temporary folder). Two processes that unpack at once don't meet: each unpacks beside and moves into place.
 */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    static PostgresBinaries unpacked() {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            byte[] packed = archive.readAllBytes();
            Path target = cache().resolve("postgresql-" + digest(packed));
            if (!Files.isDirectory(target)) {
                unpack(packed, target);
            }
            return new PostgresBinaries(target);
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL can't be unpacked: " + e.getMessage() + ".", e);
        }
    }

    /** Starts a program that goes on by itself; what it prints is added to {@code log}. */
    RunningProcess start(String program, List<String> arguments, Path log) throws IOException {
        return RunningProcess.of(launch(program, arguments, log).pid())
                .orElseThrow(() -> new EmbeddedServerException(program + " ended at once: see " + log + "."));
    }

    /** Runs a program to its end. */
    void run(String program, List<String> arguments, Path log) throws IOException {
        Process process = launch(program, arguments, log);
        try {
            if (process.waitFor() != 0) {
                throw new EmbeddedServerException(program + " failed: see " + log + ".");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(program + " was interrupted.", e);
        }
    }

    private Process launch(String program, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(Detached.PREFIX);
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace it doesn't see that it does.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private static void unpack(byte[] packed, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path beside = Files.createTempDirectory(target.getParent(), "unpacking");
        try {
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new XZInputStream(new BufferedInputStream(new ByteArrayInputStream(packed))))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, beside);
                }
            }
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (!beside.toFile().renameTo(target.toFile()) && !Files.isDirectory(target)) {
                throw new IOException(target + " can't be made");
            }
        } finally {
            Folders.delete(beside);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("an entry leaves its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, into.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path cache() throws IOException {
        String chosen = System.getProperty("vigie.cache");
        if (chosen != null) {
            return Path.of(chosen);
        }
        Path home = Path.of(System.getProperty("user.home"));
        return home.isAbsolute() && Files.isWritable(home)
                ? home.resolve(".cache").resolve("vigie")
                : temporaryCache();
    }

    /** For a user without a home: a folder that nobody else may have put programs into. */
    private static Path temporaryCache() throws IOException {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9_-]", "_");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "vigie-" + user);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path own = Files.createTempFile(folder, "owner", "");
        try {
            if (!Files.getOwner(own).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                throw new IOException(folder + " belongs to somebody else");
            }
        } finally {
            Files.delete(own);
        }
        return folder;
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        String architecture = System.getProperty("os.arch");
        return architecture.equals("amd64") ? "x86_64" : architecture;
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
