package io.vigie.acceptance.check;

import io.vigie.acceptance.system.Json;
import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which models there are and where they came into use, as the topics tell.
 *
 * @param models by checksum of their document
 * @param swaps in their order on the topic
 * @param shadows what challengers said, in their order
 * @param sketches what was told last of each version, day and partition
 */
record Deployed(Map<String, Model> models, List<JsonNode> swaps, List<JsonNode> shadows, List<ModelSketch> sketches) {

    static Deployed of(Map<String, Object> kafka) {
        Map<String, Model> models = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : TopicContent.of(kafka, Topics.MODELS.name())) {
            if (record.key().contains("/")) {
                Model model = model(JsonMapper.shared().readValue(record.value(), ModelArtefact.class));
                models.put(model.sha256(), model);
            }
        }
        return new Deployed(
                models,
                values(kafka, Topics.MODEL_SWAPS.name()),
                values(kafka, Topics.CLIENT_SHADOW_SCORES.name()),
                sketches(kafka));
    }

    /** One model from the beginning, and nothing in its shadow. */
    static Deployed only(Model model, ModelSketch sketch) {
        return new Deployed(Map.of(model.sha256(), model), List.of(), List.of(), List.of(sketch));
    }

    /** The same with what is told by now of what the models were given. */
    Deployed withSketches(Map<String, Object> kafka) {
        return new Deployed(models, swaps, shadows, sketches(kafka));
    }

    private static List<ModelSketch> sketches(Map<String, Object> kafka) {
        Map<String, ModelSketch> latest = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : TopicContent.of(kafka, Topics.MODEL_SKETCHES.name())) {
            latest.put(record.key(), JsonMapper.shared().readValue(record.value(), ModelSketch.class));
        }
        return List.copyOf(latest.values());
    }

    private static List<JsonNode> values(Map<String, Object> kafka, String topic) {
        return new ArrayList<>(TopicContent.of(kafka, topic).stream()
                .map(record -> Json.parse(record.value()))
                .toList());
    }

    private static Model model(ModelArtefact artefact) {
        Map<String, Double> point = new LinkedHashMap<>();
        artefact.referencePoint().forEach((input, value) -> point.put(input, ((Number) value).doubleValue()));
        Map<String, Range> ranges = new LinkedHashMap<>();
        artefact.trainingRanges().forEach((input, range) -> ranges.put(input, new Range(range.min(), range.max())));
        return Models.uploaded(artefact.name(), artefact.version(), artefact.bytes(), new Reference(point, ranges));
    }
}
