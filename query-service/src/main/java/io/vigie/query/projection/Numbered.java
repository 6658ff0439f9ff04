package io.vigie.query.projection;

/**
 * A record that was understood: the {@code number}th of its subject.
 *
 * @param subject whose it is
 * @param number from 1, without a hole
 * @param id tells a repeat from another record of the same number
 * @param payload what it says
 */
public record Numbered<P>(String subject, long number, String id, P payload) {}
