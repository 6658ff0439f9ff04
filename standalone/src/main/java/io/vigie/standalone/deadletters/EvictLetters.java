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

/** {@code vigie dead-letters evict ID…}. */
@Command(
        name = "evict",
        description = "Counts records as done without any effect.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Records of the client that waited for it are handled then. It can't be taken back.",
            "",
            "Examples:",
            "  vigie dead-letters evict 12",
            "  vigie dead-letters evict 12 13 14"
        })
final class EvictLetters implements Callable<Integer> {

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
        return Decide.each(spec, target, output.format(), "evict", ids);
    }
}
