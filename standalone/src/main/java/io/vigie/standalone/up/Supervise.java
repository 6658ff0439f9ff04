package io.vigie.standalone.up;

import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code vigie up -d} leaves running. */
@Command(name = "supervise", hidden = true, description = "The supervisor behind `vigie up -d`.")
public final class Supervise implements Callable<Integer> {

    @Mixin
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = new DataFolder(target.data());
        new Attached(
                        folder,
                        target,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run();
        return 0;
    }
}
