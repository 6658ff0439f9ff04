package io.vigie.command.firstmodel;

import io.vigie.command.modelregistry.ModelDocument;
import io.vigie.command.uploadmodel.UploadModel;
import io.vigie.command.uploadmodel.UploadModel.Description;
import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.UploadRules;
import io.vigie.pmml.Uploads;
import io.vigie.pmml.describe.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The churn model that comes with the program, with what is kept beside it. */
record ModelOfThisBuild(UploadModel upload) {

    static final String NAME = ChurnFeatures.MODEL;

    private static final String FOLDER = "/pmml/churn/1/";

    /** Nobody waits for it, and a start may have much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static ModelOfThisBuild read() {
        byte[] document = resource("model.pmml");
        AnyModel model = Uploads.accept(document, new UploadRules(Optional.empty(), List.of(), PATIENCE));
        return new ModelOfThisBuild(new UploadModel(
                new ModelDocument(
                        NAME,
                        model.sha256(),
                        document,
                        new String(resource("reference.json"), StandardCharsets.UTF_8),
                        card()),
                new Description(
                        model.schema().modelType(),
                        model.schema().inputs().stream().map(Schema.Input::name).toList()),
                "The model of this build."));
    }

    /** The text for people, and beside it how what it learned from was distributed. */
    private static String card() {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("format", "text/markdown");
        card.put("text", new String(resource("MODEL-CARD.md"), StandardCharsets.UTF_8));
        JsonMapper.shared()
                .readTree(resource("distributions.json"))
                .properties()
                .forEach(part -> card.put(part.getKey(), part.getValue()));
        return JsonMapper.shared().writeValueAsString(card);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Uploads.class.getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
