package io.vigie.pmml.check;

/** A document that will not be used: which element is at fault, why, and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;
    private final String reason;
    private final String remedy;

    Refusal(String element, String reason, String remedy) {
        super(Harmless.name(element) + ": " + reason);
        this.element = Harmless.name(element);
        this.reason = reason;
        this.remedy = remedy;
    }

    Refusal(String element, String reason, String remedy, Throwable cause) {
        super(Harmless.name(element) + ": " + reason, cause);
        this.element = Harmless.name(element);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Name of the element at fault, {@code PMML} when it is the document as a whole. */
    public String element() {
        return element;
    }

    /** Half a sentence that quotes nothing of the document but harmless names. */
    public String reason() {
        return reason;
    }

    /** One sentence. */
    public String remedy() {
        return remedy;
    }
}
