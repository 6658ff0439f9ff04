package io.vigie.standalone.up;

import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie up}: starts everything. */
@Command(
        name = "up",
        description = "Starts everything: PostgreSQL, Kafka, the three services and the edge.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Prints `ready http://localhost:PORT` once the whole system answers. A part that dies is started again.",
            "Settings of the services can be put into DIR/vigie.properties before the start.",
            "",
            "Examples:",
            "  vigie up                               until Ctrl-C",
            "  vigie up -d                            in the background, until `vigie down`",
            "  vigie up -d --data two --port 8081     a second system beside the first"
        })
public final class Up implements Callable<Integer> {

    @Mixin
    private Target target;

    @Option(
            names = {"-d", "--detach"},
            description = "Return as soon as it is ready and leave it running.")
    private boolean detached;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = new DataFolder(target.data());
        if (detached) {
            new Launch(folder, target.port(), spec.commandLine().getErr()).untilReady();
            spec.commandLine().getOut().println("ready " + target.address());
        } else {
            new Attached(
                            folder,
                            target,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run();
        }
        return 0;
    }
}
