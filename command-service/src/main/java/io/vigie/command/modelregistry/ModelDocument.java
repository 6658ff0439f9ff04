package io.vigie.command.modelregistry;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a version.
 *
 * @param sha256 of the document, hexadecimal, lower case
 * @param document PMML of at most 20 MB
 * @param reference a JSON object of {@code referencePoint} and {@code trainingRanges}
 * @param card a JSON object, null for none
 */
public record ModelDocument(
        String modelName,
        String sha256,
        byte[] document,
        String reference,
        @Nullable String card) {}
