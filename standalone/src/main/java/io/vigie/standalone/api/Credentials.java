package io.vigie.standalone.api;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.supervisor.DataFolder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The tokens that the first start left in {@code DATA/credentials}, one for each role. */
public final class Credentials {

    private static final String TOKEN = "token.";

    private final Properties file;

    private Credentials(Properties file) {
        this.file = file;
    }

    /**
     * Those of a folder; none at all without the file.
     *
     * @throws Refusal when the file is there and can't be read
     */
    public static Credentials of(DataFolder folder) {
        Properties found = new Properties();
        try (Reader text = Files.newBufferedReader(folder.credentials())) {
            found.load(text);
        } catch (NoSuchFileException absent) {
            return new Credentials(found);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(folder.credentials() + " can't be read: only whoever started Vigie may.", 1, unreadable);
        }
        return new Credentials(found);
    }

    /** The account of the first start. */
    public Optional<String> account() {
        return Optional.ofNullable(file.getProperty("account"));
    }

    /** The token of a role. */
    public Optional<String> token(String role) {
        return Optional.ofNullable(file.getProperty(TOKEN + role));
    }

    /** The roles that there is a token for, by name. */
    public List<String> roles() {
        return file.stringPropertyNames().stream()
                .filter(name -> name.startsWith(TOKEN))
                .map(name -> name.substring(TOKEN.length()))
                .sorted()
                .toList();
    }
}
