package io.vigie.command.uploadmodel;

import io.vigie.command.modelregistry.ModelDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document is a version of the model from now on.
 *
 * @param description what it is by its own account; null for a document that is a version already
 */
public record UploadModel(
        ModelDocument document,
        @Nullable Description description,
        @Nullable String note) {

    /**
     * What a document is.
     *
     * @param modelType name of its element
     * @param inputs what it asks for, in its order
     */
    public record Description(String modelType, List<String> inputs) {}
}
