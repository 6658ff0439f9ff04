package io.vigie.standalone.model.challenge;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.Decided;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.model.Reason;
import io.vigie.standalone.output.OutputFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie model dismiss NAME}: the challenger scores in shadow no longer. */
@Command(
        name = "dismiss",
        description = "Lets the challenger score in shadow no longer.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie model dismiss churn --reason \"no better after a month\""})
public final class DismissChallenger implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private Reason reason;

    @Parameters(paramLabel = "NAME", description = "The model, as churn.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Decided.print(
                spec.commandLine().getOut(),
                output.format(),
                new Api(target, Role.DATA_SCIENTIST)
                        .command(
                                "DELETE",
                                ModelVersion.path(name) + "/aliases/challenger"
                                        + Query.none().with("reason", reason.text()),
                                null));
        return 0;
    }
}
