package io.vigie.standalone;

import io.vigie.embedded.EmbeddedServerException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what a verb threw into one sentence on stderr and an exit code. */
final class Failure {

    private Failure() {}

    static int tell(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof Refusal refusal) {
            String sentence = refusal.getMessage();
            if (sentence != null && !sentence.isEmpty()) {
                line.getErr().println(sentence);
            }
            return refusal.exitCode();
        }
        if (failure instanceof EmbeddedServerException) {
            line.getErr().println(failure.getMessage());
            return 1;
        }
        line.getErr().println("vigie failed unexpectedly: " + failure);
        if (System.getenv("VIGIE_TRACE") != null) {
            failure.printStackTrace(line.getErr());
        }
        return 1;
    }
}
