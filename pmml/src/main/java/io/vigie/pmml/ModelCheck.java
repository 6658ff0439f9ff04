package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.check.Refusal;

/**
 * What must hold of a model document before an evaluator is built from it: loading a document that fails here could
 * run foreign code, overflow the stack or score with nonsense, and the evaluator's own verification would not notice.
 */
public final class ModelCheck {

    private final DocumentLimits limits;

    /** With limits far above what a model of this product needs. */
    public ModelCheck() {
        this(DocumentLimits.DEFAULT);
    }

    ModelCheck(DocumentLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns when the document may be given to an evaluator and brings rows to verify it with.
     *
     * @throws ModelRefused with the element at fault
     */
    public void check(byte[] document) {
        verified(document);
    }

    /** What the document is, when {@link #check} returns. */
    DocumentCheck.Passed verified(byte[] document) {
        DocumentCheck.Passed passed = document(document);
        if (!passed.verified()) {
            throw new ModelRefused(
                    "ModelVerification",
                    "there are no rows to verify the model with",
                    "Export the model with a few records and its answers to them.");
        }
        return passed;
    }

    /** What the document is, when it may be given to an evaluator. */
    DocumentCheck.Passed document(byte[] document) {
        try {
            return DocumentCheck.check(document, limits.limits());
        } catch (Refusal refusal) {
            throw new ModelRefused(refusal);
        }
    }
}
