package io.vigie.standalone.brokeraccess;

import io.vigie.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Grants access where nobody supervises the parts, as in containers; then ends. */
public final class GrantFromFiles {

    private GrantFromFiles() {}

    /**
     * Takes the broker's address and a folder with the passwords: a file {@code kafka-broker}, and one for each account,
     * {@code kafka-command-service} and so on. Ends with 1 when a file is missing or the broker doesn't take it.
     */
    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        try {
            Map<BrokerAccount, String> passwords = new EnumMap<>(BrokerAccount.class);
            for (BrokerAccount account : BrokerAccount.values()) {
                passwords.put(account, password(folder, account.toString()));
            }
            String broker = password(folder, "broker");
            GrantAccess.takeBackTransactions(args[0], broker);
            GrantAccess.grant(args[0], broker, passwords);
            System.out.println("the accounts on Kafka are as they should be");
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private static String password(Path folder, String account) {
        Path file = folder.resolve("kafka-" + account);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refusal(file + " can't be read.", 1, e);
        }
    }
}
