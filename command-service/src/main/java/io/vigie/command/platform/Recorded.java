package io.vigie.command.platform;

/**
 * What a command left behind.
 *
 * @param aggregateId whom it was about
 * @param version of the aggregate afterwards, from 1
 * @param changed false when there was nothing to do and no event was written
 */
public record Recorded(String aggregateId, long version, boolean changed) {}
