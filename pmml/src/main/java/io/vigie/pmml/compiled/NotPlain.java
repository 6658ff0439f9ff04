package io.vigie.pmml.compiled;

/** The document has something that isn't translated. No fault: it costs no stack trace. */
final class NotPlain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPlain(String what) {
        super(what, null, false, false);
    }
}
