package io.vigie.training;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** What a call of the verb came to. */
record Run(int exit, String out, String err) {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int index = 0; index < words.length; index++) {
            words[index] = arguments[index] instanceof Path path ? path.toString() : String.valueOf(arguments[index]);
        }
        CommandLine line = Train.commandLine(Clock.fixed(NOW, ZoneOffset.UTC))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exit = line.execute(words);
        return new Run(exit, out.toString(), err.toString());
    }
}
