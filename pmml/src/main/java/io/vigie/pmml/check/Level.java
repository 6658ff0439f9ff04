package io.vigie.pmml.check;

/**
 * How much a definition builds upon others.
 *
 * @param links of the longest chain of definitions below it, −1 for what isn't defined by others
 * @param levels of expressions that are on the stack at once when it is evaluated
 */
record Level(int links, int levels) {

    /** A longer chain of definitions is as dangerous to the stack as deep nesting. */
    private static final int LONGEST_CHAIN = 100;

    /** Levels of expressions on the stack at once, over a whole chain; 900 overflowed half a megabyte when tried. */
    private static final int DEEPEST = 400;

    /** Of a field that is given. */
    static final Level NONE = new Level(-1, 0);

    /** With a use of another field, or function of a function. */
    Level upon(Level other, int depth) {
        return new Level(Math.max(links, other.links + 1), Math.max(levels, other.levels + depth));
    }

    /** With a call of a function in a field: its levels come on top, but it is no link of a chain of fields. */
    Level calling(Level function, int depth) {
        return new Level(links, Math.max(levels, function.levels + depth));
    }

    /**
     * Itself.
     *
     * @throws Refusal when it is too much
     */
    Level checked(String kind) {
        if (links > LONGEST_CHAIN || levels > DEEPEST) {
            throw new Refusal(
                    kind,
                    links > LONGEST_CHAIN
                            ? "definitions build upon each other more than " + LONGEST_CHAIN + " deep"
                            : "definitions and their expressions nest more than " + DEEPEST + " deep",
                    "Merge steps of the chain.");
        }
        return this;
    }
}
