package io.vigie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * A data folder with the password of its only role, made by {@code initdb} beside its place and then moved there, so that a
 * kill leaves no half of one.
 */
record PostgresFolder(Path path, String password) {

    private static final String PASSWORD_FILE = "password";

    static PostgresFolder ready(Path dataDirectory, String user, PostgresBinaries binaries) throws IOException {
        Path absolute = dataDirectory.toAbsolutePath().normalize();
        if (!Files.exists(absolute.resolve("PG_VERSION"))) {
            make(absolute, user, binaries);
        }
        Path path = absolute.toRealPath();
        return new PostgresFolder(
                path, Files.readString(path.resolve(PASSWORD_FILE)).strip());
    }

    private static void make(Path target, String user, PostgresBinaries binaries) throws IOException {
        Files.createDirectories(target.getParent());
        Path half = target.resolveSibling(target.getFileName() + ".new");
        Folders.delete(half);
        Path password = target.resolveSibling(target.getFileName() + ".password");
        writePrivately(password, newPassword());
        Path log = target.resolveSibling(target.getFileName() + ".initdb.log");
        binaries.run(
                "initdb",
                List.of(
                        "-D",
                        half.toString(),
                        "-U",
                        user,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password,
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                log);
        Files.move(password, half.resolve(PASSWORD_FILE));
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(log);
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
