package io.vigie.command.distributemodels;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelDeployment;
import java.io.ByteArrayOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Documents and decisions as records of {@code vigie.models.v1}. */
final class ModelRecords {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int REST = 8 * 1024;

    private ModelRecords() {}

    /**
     * A version with its document, written without a detour over texts: a large one would be in memory several times.
     *
     * @param reference a JSON object of {@code referencePoint} and {@code trainingRanges}
     */
    static ProducerRecord<String, byte[]> artefact(
            String name, int version, String sha256, byte[] document, String reference, @Nullable String card) {
        int cardSize = card == null ? 0 : card.length();
        ByteArrayOutputStream value =
                new ByteArrayOutputStream(document.length / 3 * 4 + reference.length() + cardSize + REST);
        try (JsonGenerator json = JSON.createGenerator(value)) {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeNumberProperty("version", version);
            json.writeStringProperty("sha256", sha256);
            json.writeName("document");
            json.writeBinary(document);
            json.writePOJOProperty("referencePoint", JSON.readTree(reference).path("referencePoint"));
            json.writePOJOProperty("trainingRanges", JSON.readTree(reference).path("trainingRanges"));
            json.writePOJOProperty("card", card == null ? null : JSON.readTree(card));
            json.writeEndObject();
        }
        return new ProducerRecord<>(Topics.MODELS.name(), name + "/" + version, value.toByteArray());
    }

    static ProducerRecord<String, byte[]> deployment(ModelDeployment deployment) {
        return new ProducerRecord<>(Topics.MODELS.name(), deployment.name(), JSON.writeValueAsBytes(deployment));
    }
}
