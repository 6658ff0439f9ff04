package io.vigie.pmml;

/** A model document that will not be used: which element is at fault, and why. */
public final class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;

    ModelRefused(String element, String reason) {
        super(element + ": " + reason);
        this.element = element;
    }

    ModelRefused(String element, String reason, Throwable cause) {
        super(element + ": " + reason, cause);
        this.element = element;
    }

    /** Name of the element at fault, {@code PMML} when it is the document as a whole. */
    public String element() {
        return element;
    }
}
