package io.vigie.command.platform;

/**
 * What commands are about, and how their answers are shaped.
 *
 * @param name kebab-case; part of the names of problems
 * @param shape makes the body of an answer
 * @param place says where something new is, below the address that the command was sent to
 */
public record Subject<A>(String name, Shape<A> shape, Place<A> place) {

    /** What is found by its id. */
    public Subject(String name, Shape<A> shape) {
        this(name, shape, (id, body) -> id);
    }

    /** Makes the body of an answer from id, version and consistency token. */
    @FunctionalInterface
    public interface Shape<A> {
        /** The body. */
        A of(String id, long version, String consistencyToken);
    }

    /** The last word of an address, from the id and the body of the answer. */
    @FunctionalInterface
    public interface Place<A> {
        /** The word. */
        String of(String id, A body);
    }
}
