package io.vigie.training.export;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The model of this build, for what needs a document but no training. */
final class Committed {

    static final Model MODEL = Models.committed(ChurnFeatures.MODEL, 1);

    private Committed() {}

    static byte[] document() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Models.class.getResourceAsStream("/pmml/churn/1/model.pmml"))) {
            return stream.readAllBytes();
        }
    }

    /** With another name for an input. */
    static byte[] document(String input, String other) throws IOException {
        return new String(document(), StandardCharsets.UTF_8)
                .replace(input, other)
                .getBytes(StandardCharsets.UTF_8);
    }

    static ReferencePoint reference() {
        return new ReferencePoint(new LinkedHashMap<>(MODEL.referencePoint()), MODEL.trainingRanges(), Map.of());
    }
}
