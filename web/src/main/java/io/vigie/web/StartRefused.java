package io.vigie.web;

/** Something without which the service must not start is not as it has to be. The message says what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Ends the start.
     *
     * @param reason one sentence
     * @param remedy one sentence that says what to do about it
     */
    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
