package io.vigie.scoring.models;

/** A record that says nothing about a model; the message says why, without anything of its content. */
final class Garbage extends Exception {

    private static final long serialVersionUID = 1L;

    Garbage(String sentence) {
        super(sentence, null, false, false);
    }
}
