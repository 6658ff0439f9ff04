package io.vigie.standalone.signin;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Credentials;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.api.Session;
import io.vigie.standalone.output.Terminal;
import io.vigie.standalone.supervisor.DataFolder;
import java.io.Console;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who signs in, for every verb that no token can do: what decides over models or people needs a person. */
public final class SignIn {

    @Option(
            names = "--as",
            paramLabel = "ACCOUNT",
            description = "Who signs in (default: the account that the first start made).")
    private @Nullable String account;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The password is its first line; without it the terminal asks.")
    private @Nullable Path passwordFile;

    /**
     * Signs them in.
     *
     * @throws Refusal when nobody can be asked for the password, or it is wrong
     */
    public Session begin(Target target) {
        String who = account(target);
        try {
            return Session.begin(new Api(target, Role.DATA_SCIENTIST), who, password(who));
        } catch (Problem refused) {
            throw refused.status() == 401
                    ? new Refusal(Terminal.safe(who) + " can't sign in: " + refused.getMessage(), 1, refused)
                    : refused;
        }
    }

    /** Whose account it is. */
    public String account(Target target) {
        return account != null
                ? account
                : Credentials.of(new DataFolder(target.data()))
                        .account()
                        .orElseThrow(() -> new Refusal("Say with --as who signs in.", 2, null));
    }

    private String password(String who) {
        if (passwordFile != null) {
            return PasswordFile.read(passwordFile);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", Terminal.safe(who));
        if (typed == null) {
            throw new Refusal(
                    "A person has to sign in for this, and there is no terminal to ask for the password: name a file that"
                            + " holds it with --password-file.",
                    2,
                    null);
        }
        return new String(typed);
    }
}
