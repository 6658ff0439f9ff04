package io.vigie.pmml;

/** Looks at what a model tells its own package alone. */
public final class Shortcut {

    private Shortcut() {}

    /** Whether it answers from arrays (ADR 0019), not by the evaluator. */
    public static boolean isTaken(Model model) {
        return ((PmmlModel) model).isQuick();
    }
}
