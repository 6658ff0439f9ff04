package io.vigie.query.projection;

/**
 * A record that is given up, and why.
 *
 * @param reason one sentence without the record's content
 */
public record Letter(Arrival arrival, String reason) {}
