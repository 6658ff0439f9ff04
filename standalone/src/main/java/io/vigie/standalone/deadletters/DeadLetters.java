package io.vigie.standalone.deadletters;

import io.vigie.standalone.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie dead-letters}: records that couldn't be handled. */
@Command(
        name = "dead-letters",
        description = "Looks after records that couldn't be handled.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListLetters.class, ShowLetter.class, RetryLetters.class, EvictLetters.class},
        footer = {
            "",
            "While a good record can't be handled, later ones of its client wait in order; all other clients go on.",
            "",
            "Examples:",
            "  vigie dead-letters list --state open",
            "  vigie dead-letters show 12",
            "  vigie dead-letters retry 12"
        })
public final class DeadLetters {

    @Mixin
    private Target target;
}
