package io.vigie.pmml;

import io.vigie.pmml.check.Harmless;
import io.vigie.pmml.check.Refusal;

/** A model document that will not be used: which element is at fault, why, and what to do. */
public final class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String EXPORT_AGAIN = "Export the model again and try it where it was made.";

    private final String element;
    private final String reason;
    private final String remedy;

    ModelRefused(String element, String reason) {
        this(element, reason, EXPORT_AGAIN);
    }

    ModelRefused(String element, String reason, Throwable cause) {
        this(element, reason, EXPORT_AGAIN);
        initCause(cause);
    }

    ModelRefused(String element, String reason, String remedy) {
        super(Harmless.name(element) + ": " + reason);
        this.element = Harmless.name(element);
        this.reason = reason;
        this.remedy = remedy;
    }

    ModelRefused(Refusal refusal) {
        super(refusal.getMessage(), refusal);
        this.element = refusal.element();
        this.reason = refusal.reason();
        this.remedy = refusal.remedy();
    }

    /** Name of the element at fault, {@code PMML} when it is the document as a whole. */
    public String element() {
        return element;
    }

    /** Why, in half a sentence; of the document it quotes nothing but harmless names. */
    public String reason() {
        return reason;
    }

    /** What to do about it, in a sentence. */
    public String remedy() {
        return remedy;
    }
}
