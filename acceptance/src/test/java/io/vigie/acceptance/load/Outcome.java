package io.vigie.acceptance.load;

/**
 * How an operation ended.
 *
 * @param state what is known of it
 * @param status HTTP status of the definite answer, 0 without one
 * @param version the version that the answer named, 0 without one
 */
public record Outcome(Operation operation, State state, int status, long version) {

    /** Jepsen's three ends. */
    public enum State {
        /** Accepted: the answer said so. */
        OK,
        /** Rejected: nothing may have happened. */
        REJECTED,
        /** No definite answer, however often it was repeated. */
        UNKNOWN
    }
}
