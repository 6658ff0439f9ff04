package io.vigie.benchmarks.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The tokens that a first start has made.
 *
 * @param file where it left them
 */
public record Credentials(Path file) {

    /** A role that may do what clients need. */
    public static final String AGENCY_MANAGER = "agency-manager";

    /** A role that may read what could not be handled. */
    public static final String AUDITOR = "auditor";

    /** A connection on which every request carries the token of that role. */
    public HttpConnection connection(int port, String role) {
        return new HttpConnection(port, token(role));
    }

    /** The token of that role. */
    public String token(String role) {
        Properties found = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            found.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getProperty("token." + role, "");
    }
}
