package io.vigie.scoring.models;

/** A version that can't score; the message says which and why, fit for a log and the health page. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    /** It stays unusable until there is another document. */
    Unusable(String sentence) {
        this(sentence, true);
    }

    private Unusable(String sentence, boolean lasting) {
        super(sentence, null, false, false);
        this.lasting = lasting;
    }

    /** What the moment is to blame for: the same may be usable a little later. */
    static Unusable forNow(String sentence) {
        return new Unusable(sentence, false);
    }

    /** Whether trying again is of no use. */
    boolean isLasting() {
        return lasting;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
