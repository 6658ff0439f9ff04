package io.vigie.standalone;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Refuses {@code vigie events --data two tail}, where the option would be overlooked: it belongs behind the last word. */
final class OptionsLast implements IExecutionStrategy {

    @Override
    public int execute(ParseResult parsed) {
        for (ParseResult verb = parsed; verb.hasSubcommand(); verb = verb.subcommand()) {
            if (verb.hasMatchedOption("--data") || verb.hasMatchedOption("--port")) {
                CommandLine line = verb.subcommand().commandSpec().commandLine();
                throw new ParameterException(line, "Put --data and --port behind " + line.getCommandName() + ".");
            }
        }
        return new RunLast().execute(parsed);
    }
}
