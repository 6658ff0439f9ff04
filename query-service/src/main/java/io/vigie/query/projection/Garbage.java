package io.vigie.query.projection;

/** A record that means nothing here, now or later. */
public final class Garbage extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** With the reason, without any of the record's content. */
    public Garbage(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
