package io.vigie.scoring.models;

/** A version that can't score; the message says which and why, fit for a log and the health page. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
