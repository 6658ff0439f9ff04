package io.vigie.training.prepare;

/**
 * A column that models don't learn from.
 *
 * @param why what follows "was left out: "
 */
public record LeftOut(String column, String why) {}
