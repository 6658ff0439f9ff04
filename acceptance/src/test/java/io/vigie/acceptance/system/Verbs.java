package io.vigie.acceptance.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The verbs of the command line, for a system of its own in which a demo has run. */
public final class Verbs {

    /** One of them starts everything, which has four minutes itself. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CommandLine commandLine;

    public Verbs(RunningVigie vigie) {
        this.commandLine = vigie.commandLine();
    }

    public CommandLine.Result run(String... verb) throws IOException, InterruptedException {
        return commandLine.run(PATIENCE, verb);
    }

    /** Ends with 0 and prints nothing but data. */
    public CommandLine.Result ok(String... verb) throws IOException, InterruptedException {
        CommandLine.Result result = run(verb).expectSuccess();
        if (!result.errors().isEmpty()) {
            throw new AssertionError(List.of(verb) + " said " + result.errors());
        }
        return result;
    }

    /** As {@link #ok}, what was printed as JSON. */
    public JsonNode json(String... verb) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(verb));
        all.addAll(List.of("-o", "json"));
        return Json.parse(ok(all.toArray(new String[0])).output());
    }

    /** As {@link #json}, each of a list. */
    public List<JsonNode> items(String... verb) throws IOException, InterruptedException {
        return StreamSupport.stream(json(verb).spliterator(), false).toList();
    }
}
