package io.vigie.training;

import io.vigie.training.fit.Master;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where Spark fits the models. */
final class Cluster {

    private static final int LONGEST_WAIT = 86_400;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Spark's master: local[N] or spark://HOST:PORT (default: ${DEFAULT-VALUE}, this machine).")
    private String master;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How long to go on while a cluster has no free worker, 1 to 86400 (default: ${DEFAULT-VALUE}).")
    private int wait;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Where Spark runs, without asking whether it is there.
     *
     * @throws ParameterException when it is none that can be used
     */
    Master master() {
        try {
            return Master.parse(master);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(command.commandLine(), "--master " + fault.getMessage() + ".");
        }
    }

    /**
     * For how long there may be no worker.
     *
     * @throws ParameterException when it is out of range
     */
    Duration patience() {
        if (wait < 1 || wait > LONGEST_WAIT) {
            throw new ParameterException(
                    command.commandLine(), "--wait takes a number of seconds from 1 to " + LONGEST_WAIT + ".");
        }
        return Duration.ofSeconds(wait);
    }
}
