package io.vigie.standalone.model.promote;

import io.vigie.standalone.Refusal;
import java.io.Console;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** That the person at the terminal means it. */
final class Consent {

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask whether it is meant.")
    private boolean given;

    /** Asks and reads what was typed; null when there is nobody to ask. */
    interface Asking {
        @Nullable
        String ask(String question);
    }

    /** @throws Refusal when it isn't meant, or nobody can be asked */
    void demand(String question) {
        demand(question, asked -> {
            Console console = System.console();
            return console == null ? null : console.readLine("%s [y/N] ", asked);
        });
    }

    void demand(String question, Asking asking) {
        if (given) {
            return;
        }
        String typed = asking.ask(question);
        if (typed == null) {
            throw new Refusal("There is no terminal to ask whether this is meant: say so with --yes.", 2, null);
        }
        if (!typed.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new Refusal("Nothing was done.");
        }
    }
}
