package io.vigie.standalone.events;

import io.vigie.standalone.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie events}: what is in Kafka. */
@Command(
        name = "events",
        description = "Reads events as they are in Kafka.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = Tail.class,
        footer = {"", "Examples:", "  vigie events tail --follow", "  vigie events tail --from beginning -o json"})
public final class Events {

    @Mixin
    private Target target;
}
