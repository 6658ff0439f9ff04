package io.vigie.standalone.supervisor;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.brokeraccess.BrokerAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By what the parts of one system know each other: a password of 256 random bits for each account, made at the first start
 * and kept in {@code DATA/secrets}, which only the owner of the folder can read.
 */
public final class Secrets {

    private static final int BYTES = 32;

    private final Map<String, String> passwords;

    private Secrets(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /** An account besides those of {@link BrokerAccount}. */
    public enum Account {
        /** The broker's own, which may do everything there. */
        KAFKA_BROKER,
        /** Who asks the parts how they are. */
        OPERATOR,
        POSTGRESQL_COMMAND_SERVICE,
        POSTGRESQL_QUERY_SERVICE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Those of a folder, if a system was ever started there. */
    public static Optional<Secrets> recorded(DataFolder folder) {
        Properties found = new Properties();
        try (var in = Files.newBufferedReader(folder.secrets())) {
            found.load(in);
        } catch (IOException absent) {
            return Optional.empty();
        }
        Map<String, String> passwords = new TreeMap<>();
        found.stringPropertyNames().forEach(name -> passwords.put(name, found.getProperty(name)));
        return Optional.of(new Secrets(passwords));
    }

    /**
     * Those of a folder; what is missing is made.
     *
     * @throws Refusal when the folder can't be written
     */
    static Secrets of(DataFolder folder) {
        Secrets secrets = recorded(folder).orElseGet(() -> new Secrets(new TreeMap<>()));
        long made = Stream.concat(
                        Arrays.stream(Account.values()).map(Account::toString),
                        Arrays.stream(BrokerAccount.values()).map(Secrets::onBroker))
                .filter(name -> secrets.passwords.putIfAbsent(name, random()) == null)
                .count();
        if (made > 0) {
            secrets.write(folder.secrets());
        }
        return secrets;
    }

    /** The password of an account. */
    public String of(Account account) {
        return passwords.getOrDefault(account.toString(), "");
    }

    /** The password of an account on the broker. */
    public String of(BrokerAccount account) {
        return passwords.getOrDefault(onBroker(account), "");
    }

    /** The token with which any part tells how it is, also one that reaches no database. */
    public OperatorToken operator() {
        return new OperatorToken("vigie_" + of(Account.OPERATOR));
    }

    private static String onBroker(BrokerAccount account) {
        return "kafka-" + account;
    }

    /** A password of its own, kept nowhere. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void write(Path file) {
        StringBuilder lines = new StringBuilder("# Made at the first start. Whoever can read this is every part.\n");
        passwords.forEach((name, password) ->
                lines.append(name).append('=').append(password).append('\n'));
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, lines);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal(file + " can't be written (" + e.getMessage() + "): free some room.", 1, e);
        }
    }
}
