package io.vigie.standalone.account;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Session;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.signin.SignIn;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie account remove ACCOUNT}. */
@Command(
        name = "remove",
        description = "Shuts an account out, with all its tokens and sessions; an administrator signs in for it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What it did stays in the history, and its id is never given to another. It can't be taken back.",
            "",
            "Examples:",
            "  vigie account remove ann"
        })
final class RemoveAccount implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private SignIn signIn;

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Session person = signIn.begin(target)) {
            person.api().command("DELETE", "/api/accounts/" + Api.segment(account), null);
        }
        Rows rows = new Rows("account", "action");
        rows.add(account, "removed");
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
