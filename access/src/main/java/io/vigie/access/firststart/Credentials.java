package io.vigie.access.firststart;

import io.vigie.access.Role;
import io.vigie.access.tokens.SecretText;
import io.vigie.web.StartRefused;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file {@code credentials} holds: lines of {@code name=value} as Java's properties.
 *
 * @param account its id
 * @param tokens by role
 */
record Credentials(String account, String password, Map<Role, String> tokens) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String FIRST_ACCOUNT = "admin";
    private static final int PASSWORD_BYTES = 18;

    Credentials {
        tokens = Map.copyOf(tokens);
    }

    /** Known to nobody: a password of 144 random bits, tokens of 256. */
    static Credentials random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            tokens.put(role, SecretText.TOKEN.random());
        }
        return new Credentials(
                FIRST_ACCOUNT, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), tokens);
    }

    /** Those of a file, which only its owner can read afterwards; empty without a file. */
    static Optional<Credentials> read(Path file) {
        Properties found = new Properties();
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
            try (Reader text = Files.newBufferedReader(file)) {
                found.load(text);
            }
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw refused(file, "can't be read", e);
        }
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String text = found.getProperty("token." + role, "");
            if (!SecretText.TOKEN.isOne(text)) {
                throw refused(file, "has no token." + role, null);
            }
            tokens.put(role, text);
        }
        String account = found.getProperty("account", "");
        String password = found.getProperty("password", "");
        if (account.isBlank() || password.isBlank()) {
            throw refused(file, "has no account or no password", null);
        }
        return Optional.of(new Credentials(account, password, tokens));
    }

    /** All of it or nothing, durably. */
    void write(Path file) {
        StringBuilder text = new StringBuilder("# Whoever can read this can do everything here.\n")
                .append("account=")
                .append(account)
                .append("\npassword=")
                .append(password)
                .append('\n');
        for (Role role : Role.values()) {
            text.append("token.")
                    .append(role)
                    .append('=')
                    .append(tokens.get(role))
                    .append('\n');
        }
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(
                    folder, "credentials", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(whole, text);
                force(whole);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                force(folder);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw refused(file, "can't be written", e);
        }
    }

    /** A name in a folder outlives a power cut once the folder is on disk too. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static StartRefused refused(Path file, String reason, @Nullable Exception cause) {
        StartRefused refused = new StartRefused(
                "The file " + file.getFileName() + " " + reason + ".",
                "Look at vigie.access.credentials, and at the file; without one a new one is made as long as nobody is"
                        + " known here.");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return "credentials of " + account;
    }
}
