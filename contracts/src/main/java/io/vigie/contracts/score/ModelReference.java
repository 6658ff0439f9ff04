package io.vigie.contracts.score;

/**
 * Which model gave a score.
 *
 * @param name for instance {@code churn}
 * @param version counted from 1, immutable
 * @param sha256 of the PMML document, hexadecimal, lower case
 * @param engine name and version of the evaluator
 */
public record ModelReference(String name, int version, String sha256, String engine) {}
