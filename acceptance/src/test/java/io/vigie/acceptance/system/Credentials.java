package io.vigie.acceptance.system;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What a first start leaves in the data folder: an account that may do everything, and a token for each role. */
public final class Credentials implements Api.Authorization {

    private final Path file;

    Credentials(Path data) {
        this.file = data.resolve("credentials");
    }

    public Path file() {
        return file;
    }

    public String account() throws IOException {
        return value("account");
    }

    public String password() throws IOException {
        return value("password");
    }

    public String token(String role) throws IOException {
        return value("token." + role);
    }

    /** With the role that a person would take for it; nothing before the first start. */
    @Override
    public String header(String method, String path) throws IOException {
        return Files.exists(file) ? "Bearer " + token(role(method, path)) : "";
    }

    private static String role(String method, String path) {
        if (path.startsWith("/actuator") || path.startsWith("/api/rebuilds")) {
            return "operator";
        }
        if (path.startsWith("/api/dead-letters")) {
            return method.equals("GET") ? "auditor" : "operator";
        }
        return "agency-manager";
    }

    private String value(String name) throws IOException {
        Properties found = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            found.load(text);
        }
        String value = found.getProperty(name, "");
        if (value.isEmpty()) {
            throw new IOException("no " + name + " in " + file);
        }
        return value;
    }
}
