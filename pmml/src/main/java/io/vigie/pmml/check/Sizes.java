package io.vigie.pmml.check;

/** That no number in a document makes the evaluator reserve more memory than the document itself has. */
final class Sizes {

    /** Entries of a sparse array or cells of a sparse matrix. */
    private static final long MOST = 1_000_000;

    /** The evaluator's own limit, told before it is met. */
    private static final int MOST_INPUTS = 1_000;

    private Sizes() {}

    static void check(Markup element) {
        if (element.name().endsWith("Array") || element.is("Matrix")) {
            long size = Math.max(
                    number(element, "n"),
                    Math.max(1, number(element, "nbRows")) * Math.max(1, number(element, "nbCols")));
            if (size > MOST) {
                throw new Refusal(
                        element.name(), "it says that it has more than " + MOST + " entries", "Make it smaller.");
            }
        }
    }

    static void inputs(Markup model) {
        long inputs = model.children("MiningSchema")
                .flatMap(schema -> schema.children("MiningField"))
                .filter(field -> field.attribute("usageType").isEmpty()
                        || field.attribute("usageType").equals("active"))
                .count();
        if (inputs > MOST_INPUTS) {
            throw new Refusal(
                    "MiningSchema",
                    "there are more than " + MOST_INPUTS + " inputs",
                    "Leave out the inputs that hardly matter.");
        }
    }

    private static long number(Markup element, String attribute) {
        String value = element.attribute(attribute).trim();
        if (value.isEmpty()) {
            return 0;
        }
        try {
            return Math.min(Math.max(0, Long.parseLong(value)), Integer.MAX_VALUE);
        } catch (NumberFormatException notANumber) {
            return MOST + 1;
        }
    }
}
