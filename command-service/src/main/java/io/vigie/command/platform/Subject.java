package io.vigie.command.platform;

/**
 * What commands are about, and how their answers are shaped.
 *
 * @param name kebab-case; part of the names of problems
 * @param shape makes the body of an answer
 */
public record Subject<A>(String name, Shape<A> shape) {

    /** Makes the body of an answer from id, version and consistency token. */
    @FunctionalInterface
    public interface Shape<A> {
        /** The body. */
        A of(String id, long version, String consistencyToken);
    }
}
