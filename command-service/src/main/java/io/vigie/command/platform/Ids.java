package io.vigie.command.platform;

/** Where new ids come from. */
@FunctionalInterface
public interface Ids {

    /** An id that was never given before. */
    String next();
}
