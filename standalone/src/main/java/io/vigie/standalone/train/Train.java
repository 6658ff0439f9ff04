package io.vigie.standalone.train;

import io.vigie.standalone.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code vigie train}, for the list of verbs: it is a program of its own, because Spark is larger than all the rest, and the
 * script that starts this one starts that one instead.
 */
@Command(
        name = "train",
        description = "Fits several models to a CSV file and writes them as PMML; built on its first use.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./vigie train --help    its options, by the program itself"})
public final class Train implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new Refusal("Training is a program of its own: start it by the script, ./vigie train.");
    }
}
