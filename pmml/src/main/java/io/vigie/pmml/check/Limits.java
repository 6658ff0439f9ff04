package io.vigie.pmml.check;

/**
 * How large a document may be. Trees nest one {@code Node} in another, which costs an evaluator far less stack than other
 * elements, so they are counted apart.
 *
 * @param bytes of the document
 * @param elements in all
 * @param depth of elements that are no {@code Node}
 * @param nodes how deep {@code Node} elements may nest in each other
 */
public record Limits(int bytes, int elements, int depth, int nodes) {

    /** A forest of a hundred trees with a thousand nodes each is about 20 MB; the deepest legitimate trees have some 60 levels. */
    public static final Limits DEFAULT = new Limits(20_000_000, 400_000, 128, 300);
}
