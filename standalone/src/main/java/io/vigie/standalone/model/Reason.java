package io.vigie.standalone.model;

import picocli.CommandLine.Option;

/** Why, for every verb that decides something over a model. */
public final class Reason {

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for the history; at most 500 characters.")
    private String text;

    /** As it was given. */
    public String text() {
        return text;
    }
}
