package io.vigie.standalone.account;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.output.Terminal;
import io.vigie.standalone.signin.PasswordFile;
import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what a new account's person signs in first. */
final class NewPassword {

    @Option(names = "--program", description = "It is a program's, which has no password.")
    private boolean none;

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            description = "The new account's password is its first line; without it the terminal asks.")
    private @Nullable Path file;

    /**
     * The password, null for a program.
     *
     * @throws Refusal when it was typed in two ways, or nobody can be asked
     */
    @Nullable
    String read(String account) {
        if (none) {
            return null;
        }
        if (file != null) {
            return PasswordFile.read(file);
        }
        Console console = System.console();
        String shown = Terminal.safe(account);
        char[] first = console == null ? null : console.readPassword("New password of %s: ", shown);
        if (console == null || first == null) {
            throw new Refusal(
                    "There is no terminal to ask for the new password: name a file that holds it with --new-password-file,"
                            + " or say --program.",
                    2,
                    null);
        }
        if (!Arrays.equals(first, console.readPassword("Once more: "))) {
            throw new Refusal("These were two different passwords; nothing was done.");
        }
        return new String(first);
    }
}
