package io.vigie.standalone;

import io.vigie.standalone.account.Accounts;
import io.vigie.standalone.assign.Assign;
import io.vigie.standalone.client.ShowClient;
import io.vigie.standalone.clients.Clients;
import io.vigie.standalone.deadletters.DeadLetters;
import io.vigie.standalone.demo.Demo;
import io.vigie.standalone.down.Down;
import io.vigie.standalone.events.Events;
import io.vigie.standalone.history.History;
import io.vigie.standalone.importing.ImportFile;
import io.vigie.standalone.logs.Logs;
import io.vigie.standalone.managers.Managers;
import io.vigie.standalone.model.Models;
import io.vigie.standalone.rebuild.Rebuild;
import io.vigie.standalone.status.Status;
import io.vigie.standalone.token.PrintToken;
import io.vigie.standalone.topics.ListTopics;
import io.vigie.standalone.train.Train;
import io.vigie.standalone.trainingset.TrainingSet;
import io.vigie.standalone.up.Supervise;
import io.vigie.standalone.up.Up;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code vigie} command line: data on stdout, all the rest on stderr, one exit code per kind of end. */
@Command(
        name = "vigie",
        description = "Watches over a company's clients: every fact becomes an event, every event a score.",
        mixinStandardHelpOptions = true,
        version = "vigie 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Demo.class,
            ImportFile.class,
            Clients.class,
            ShowClient.class,
            Assign.class,
            Managers.class,
            History.class,
            DeadLetters.class,
            Rebuild.class,
            Events.class,
            PrintToken.class,
            ListTopics.class,
            TrainingSet.class,
            Train.class,
            Models.class,
            Accounts.class,
            Supervise.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed, one sentence on stderr says why", "2:usage", "3:done in part"},
        footer = {
            "",
            "Examples:",
            "  vigie up -d            start everything, return when it is ready",
            "  vigie demo             the same with 500 generated clients",
            "  vigie status           what runs, and how far it is behind",
            "  vigie down             stop everything"
        })
public final class Vigie {

    private Vigie() {}

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Vigie())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        return line.setExecutionStrategy(new OptionsLast()).setExecutionExceptionHandler(Failure::tell);
    }
}
