package io.vigie.scoring.models;

/**
 * Why a deployment isn't in use, or its challenger isn't.
 *
 * @param challengerOnly whether its champion can be used
 * @param sentence the reason
 */
record Problem(long revision, boolean challengerOnly, String sentence) {

    /** Whether it is still true when that revision is in use. */
    boolean concerns(long revisionInUse) {
        return challengerOnly ? revision == revisionInUse : revision > revisionInUse;
    }

    /** For whoever looks after the models. */
    String told() {
        return (challengerOnly ? "The challenger of revision " : "Revision ") + revision + " can't be used. "
                + sentence;
    }
}
