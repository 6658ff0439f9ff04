package io.vigie.standalone.deadletters;

import io.vigie.standalone.Target;
import io.vigie.standalone.output.OutputFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie dead-letters retry ID…}. */
@Command(
        name = "retry",
        description = "Lets the consumer that gave up try again.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "If it fails again there will be another dead letter. Records of the client that waited follow in order.",
            "",
            "Examples:",
            "  vigie dead-letters retry 12",
            "  vigie dead-letters retry 12 13 14"
        })
final class RetryLetters implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The dead letters' numbers.")
    private List<String> ids;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Decide.each(spec, target, output.format(), "retry", ids);
    }
}
