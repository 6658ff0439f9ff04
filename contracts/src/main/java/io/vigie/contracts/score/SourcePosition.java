package io.vigie.contracts.score;

/**
 * Where the event of a score stood on {@code vigie.client.events.v1}.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record SourcePosition(int partition, long offset) {}
