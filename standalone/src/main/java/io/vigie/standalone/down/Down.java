package io.vigie.standalone.down;

import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vigie down}: stops everything. */
@Command(
        name = "down",
        description = "Stops everything cleanly and leaves nothing running; the data stays.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  vigie down --data two"})
public final class Down implements Callable<Integer> {

    @Mixin
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean ran = Shutdown.of(new DataFolder(target.data()));
        spec.commandLine().getErr().println(ran ? "Everything has stopped." : "Nothing was running.");
        return 0;
    }
}
