package io.vigie.contracts.score;

/**
 * One share of a score: how much of the distance between base value and probability this feature accounts for.
 *
 * @param feature name of the model's input field
 * @param value what the client's value was
 * @param contribution Shapley value on the probability, −1 to 1; positive raises the risk
 */
public record Reason(String feature, double value, double contribution) {}
