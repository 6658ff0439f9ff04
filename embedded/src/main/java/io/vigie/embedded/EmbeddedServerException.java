package io.vigie.embedded;

import org.jspecify.annotations.Nullable;

/** A server that can't be started, stopped or trusted; the message is one sentence for the person at the terminal. */
public class EmbeddedServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message) {
        this(message, null);
    }

    public EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
