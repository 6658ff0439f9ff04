package io.vigie.query.deadletters;

/**
 * The answer to a decision.
 *
 * @param action {@code retry} or {@code evict}; on its way to the consumer
 */
record Decision(long deadLetterId, String action) {}
