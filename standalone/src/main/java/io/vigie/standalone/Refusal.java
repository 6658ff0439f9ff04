package io.vigie.standalone;

import org.jspecify.annotations.Nullable;

/** Why a verb can't do what it was asked for: one sentence for the person at the terminal, with the remedy. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A refusal that ends with 1. */
    public Refusal(String sentence) {
        this(sentence, 1, null);
    }

    public Refusal(String sentence, int exitCode, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** A refusal whose sentence somebody else has told already. */
    public static Refusal told(int exitCode) {
        return new Refusal("", exitCode, null);
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
