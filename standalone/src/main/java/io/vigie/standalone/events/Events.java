package io.vigie.standalone.events;

import picocli.CommandLine.Command;

/** {@code vigie events}: what is in Kafka. */
@Command(
        name = "events",
        description = "Reads events as they are in Kafka.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = Tail.class,
        footer = {"", "Examples:", "  vigie events tail --follow", "  vigie events tail --from beginning -o json"})
public final class Events {}
