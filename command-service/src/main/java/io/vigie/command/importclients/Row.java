package io.vigie.command.importclients;

import io.vigie.command.registerclient.RegisterClient;

/** A row of the file. */
sealed interface Row {

    /** Where it starts, the header being line 1. */
    long line();

    /**
     * One that makes sense by itself.
     *
     * @param left the client had left already
     * @param surplus an empty field too many at its end
     */
    record Readable(long line, RegisterClient client, boolean left, boolean surplus) implements Row {}

    /** One that can't be taken; the reason never repeats what stood there. */
    record Rejected(long line, String column, String reason, boolean conflict) implements Row {}
}
