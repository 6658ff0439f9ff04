package io.vigie.pmml.check;

/** That no number in a document makes the evaluator reserve more memory than the document itself has. */
final class Sizes {

    /** Entries of a sparse array or cells of a sparse matrix. */
    private static final long MOST = 1_000_000;

    /** Of all sparse ones together: they take no room in the document, but in memory. */
    private static final long MOST_IN_ALL = 4_000_000;

    /** The evaluator's own limit, told before it is met. */
    private static final int MOST_INPUTS = 1_000;

    private long all;

    void check(Markup element) {
        long size = size(element);
        all += element.is("Array") ? 0 : size;
        if (size > MOST) {
            throw new Refusal(element.name(), "it says that it has more than " + MOST + " entries", "Make it smaller.");
        }
        if (all > MOST_IN_ALL) {
            throw new Refusal(
                    element.name(),
                    "with it all sparse arrays together have more than " + MOST_IN_ALL + " entries",
                    "Export a model with fewer inputs or fewer vectors.");
        }
    }

    private static long size(Markup element) {
        return element.name().endsWith("Array") || element.is("Matrix")
                ? Math.max(
                        number(element, "n"),
                        Math.max(1, number(element, "nbRows")) * Math.max(1, number(element, "nbCols")))
                : 0;
    }

    /** Entries of the largest array in an element. */
    static long largest(Markup element) {
        long largest = size(element);
        for (Markup child : element.children()) {
            largest = Math.max(largest, largest(child));
        }
        return largest;
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
