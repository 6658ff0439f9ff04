package io.vigie.training.warn;

/**
 * One thing to know before believing a result.
 *
 * @param kind stable name: {@code sorted-by-class}, {@code leaking-feature}, {@code constant-column}, {@code few-positives}
 * @param sentence for people
 */
public record Warning(String kind, String sentence) {}
