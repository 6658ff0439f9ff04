package io.vigie.standalone.model.promote;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Session;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.signin.SignIn;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie model withdraw NAME PROPOSAL}. */
@Command(
        name = "withdraw",
        description = "Takes a proposal back, which only the person who made it can.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie model withdraw churn 3f0c2e6a-8d1b-4d7e-9f55-0a6f3f1c2b9d --as ann"})
public final class WithdrawProposal implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private SignIn signIn;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model, as churn.")
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "PROPOSAL",
            description = "The proposal's id, as vigie model proposals tells it.")
    private String proposalId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Session person = signIn.begin(target)) {
            person.api().command("DELETE", ModelVersion.path(name) + "/proposals/" + Api.segment(proposalId), null);
        }
        Rows rows = new Rows("proposal", "action");
        rows.add(proposalId, "withdrawn");
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
