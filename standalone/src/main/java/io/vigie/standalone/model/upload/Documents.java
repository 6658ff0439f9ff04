package io.vigie.standalone.model.upload;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.output.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is uploaded.
 *
 * @param model PMML of at most 20 MB
 * @param reference JSON, null for none
 * @param card JSON, null for none
 */
record Documents(byte[] model, byte @Nullable [] reference, byte @Nullable [] card) {

    private static final long LARGEST_MODEL = 20_000_000;
    private static final long LARGEST_JSON = 1_000_000;

    /**
     * Those of a file, or of a folder that training wrote; what is named besides wins.
     *
     * @throws Refusal when one can't be read or is too large
     */
    static Documents read(Path file, @Nullable Path reference, @Nullable Path card) {
        if (!Files.isDirectory(file)) {
            return new Documents(
                    bytes(file, LARGEST_MODEL),
                    reference == null ? null : bytes(reference, LARGEST_JSON),
                    card == null ? null : bytes(card, LARGEST_JSON));
        }
        Path model = file.resolve("model.pmml");
        if (!Files.isRegularFile(model)) {
            throw new Refusal(
                    "There is no model.pmml in " + Terminal.safe(file.toString())
                            + ": name a folder such as DIR/models/random-forest that ./vigie train wrote, or the document itself.");
        }
        return new Documents(
                bytes(model, LARGEST_MODEL),
                beside(reference, file.resolve("reference.json")),
                beside(card, file.resolve("card.json")));
    }

    private static byte @Nullable [] beside(@Nullable Path named, Path usual) {
        if (named != null) {
            return bytes(named, LARGEST_JSON);
        }
        return Files.exists(usual) ? bytes(usual, LARGEST_JSON) : null;
    }

    private static byte[] bytes(Path file, long largest) {
        String shown = Terminal.safe(file.toString());
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal("There is no file to read at " + shown + ".");
            }
            if (Files.size(file) > largest) {
                throw new Refusal(shown + " is larger than the " + largest / 1_000_000 + " MB that are taken.");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Refusal(shown + " can't be read: check its permissions.", 1, unreadable);
        }
    }

    /** Whether there is nothing but the model. */
    boolean isAlone() {
        return reference == null && card == null;
    }

    /** All of them, and a note. */
    FormData form(@Nullable String note) {
        FormData form = new FormData().with("model", "application/xml", model);
        if (reference != null) {
            form.with("reference", "application/json", reference);
        }
        if (card != null) {
            form.with("card", "application/json", card);
        }
        if (note != null) {
            form.with("note", "text/plain;charset=utf-8", note.getBytes(StandardCharsets.UTF_8));
        }
        return form;
    }
}
