package io.vigie.pmml.compiled;

/**
 * Where a tree decides otherwise: at most this, or more.
 *
 * @param input its place among the inputs
 */
public record Edge(int input, double most) {}
