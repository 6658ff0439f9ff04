package io.vigie.standalone.status;

import io.vigie.standalone.Target;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.supervisor.DataFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vigie status}: tells which parts run. */
@Command(
        name = "status",
        description = "Tells of every part whether it runs, and how many records it is behind.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 0 only when every part runs and serves.",
            "",
            "Examples:",
            "  vigie status",
            "  vigie status -o json"
        })
public final class Status implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<PartStatus> parts = PartStatus.of(new DataFolder(target.data()));
        Rows rows = new Rows("part", "state", "pid", "port", "lag");
        parts.forEach(part -> rows.add(part.part(), part.state(), part.pid(), part.port(), part.lag()));
        rows.print(spec.commandLine().getOut(), output.format());
        return parts.stream().allMatch(PartStatus::runs) ? 0 : 1;
    }
}
