package io.vigie.command.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The tokens that the first service of this JVM made; every later one takes them over from the same file. */
public final class Tokens {

    static final Path FILE = folder().resolve("credentials");

    private Tokens() {}

    /** What a request with the role that its path needs has to carry. */
    public static String forPath(String path) {
        if (path.startsWith("/api/models")) {
            return of("data-scientist");
        }
        return of(path.startsWith("/actuator") ? "operator" : "agency-manager");
    }

    /** What lets a service know them, as arguments of its start; in a database apart, which all services here share. */
    static List<String> arguments() {
        List<String> arguments = new ArrayList<>(Servers.accessArguments());
        arguments.add("--vigie.access.credentials=" + FILE);
        return arguments;
    }

    /** What a request in that role has to carry. */
    public static String of(String role) {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(FILE)) {
            credentials.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "Bearer " + credentials.getProperty("token." + role);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("vigie-credentials");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
