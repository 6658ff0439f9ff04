package io.vigie.standalone.account;

import io.vigie.standalone.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie account}: the people and programs that are known here. */
@Command(
        name = "account",
        description = "Looks after accounts: people, who sign in, and programs, which have tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListAccounts.class, CreateAccount.class, RemoveAccount.class},
        footer = {
            "",
            "Who gets in is decided by an administrator who signs in; the first start made one, in DATA/credentials.",
            "",
            "Examples:",
            "  vigie account create ann --role data-scientist",
            "  vigie account list",
            "  vigie account remove ann"
        })
public final class Accounts {

    @Mixin
    private Target target;
}
