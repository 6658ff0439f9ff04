package io.vigie.standalone.token;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Credentials;
import io.vigie.standalone.supervisor.DataFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie token ROLE}: prints the token of a role, and nothing else. */
@Command(
        name = "token",
        description = "Prints the token that the first start made for a role.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Roles: account-manager, agency-manager, data-scientist, auditor, operator, administrator.",
            "Whoever has a token can do what its role may: pass it on by a header, never in an address.",
            "",
            "Examples:",
            "  curl -H \"Authorization: Bearer $(vigie token agency-manager)\" http://localhost:8080/api/clients",
            "  vigie token auditor --data /srv/vigie"
        })
public final class PrintToken implements Callable<Integer> {

    @Mixin
    private Target target;

    @Parameters(paramLabel = "ROLE", description = "The role, as agency-manager.")
    private String role;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataFolder folder = new DataFolder(target.data());
        Credentials credentials = Credentials.of(folder);
        if (credentials.roles().isEmpty()) {
            throw new Refusal("There is no " + folder.credentials() + ": vigie up makes it at its first start.");
        }
        String token = credentials
                .token(role)
                .orElseThrow(() -> new Refusal(
                        "There is no such role; there are " + String.join(", ", credentials.roles()) + ".", 2, null));
        spec.commandLine().getOut().println(token);
        return 0;
    }
}
