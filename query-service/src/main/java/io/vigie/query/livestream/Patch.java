package io.vigie.query.livestream;

/**
 * What is shown of one thing now, without anything that masked readers aren't told.
 *
 * @param key of the thing in its topic: a later patch takes the place of an earlier one
 * @param body becomes JSON as the answers to reads do
 */
public record Patch(String key, Object body) {}
