package io.vigie.standalone.signin;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file that holds a password in its first line. */
public final class PasswordFile {

    private PasswordFile() {}

    /**
     * The password.
     *
     * @throws Refusal when it can't be read, others can read it too, or it holds none
     */
    public static String read(Path file) {
        String shown = Terminal.safe(file.toString());
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                throw new Refusal("Others can read " + shown + ": `chmod go= " + shown + "`, and change the password.");
            }
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                String first = lines.readLine();
                if (first != null && !first.isEmpty()) {
                    return first;
                }
            }
        } catch (IOException unreadable) {
            throw new Refusal(
                    shown + " can't be read: name a file with the password that you may read.", 1, unreadable);
        }
        throw new Refusal("The first line of " + shown + " is empty: it has to be the password.");
    }
}
