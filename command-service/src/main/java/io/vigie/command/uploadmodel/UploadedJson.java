package io.vigie.command.uploadmodel;

import io.vigie.command.platform.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeType;

/** JSON that comes with a document: bounded, without names given twice, and nothing in it that can't be kept. */
final class UploadedJson {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .maxStringLength(ReceivedUpload.LARGEST_PART)
                            .maxNameLength(256)
                            .maxTokenCount(100_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private UploadedJson() {}

    /** The card as it is kept, null for none; faults are noted in {@code checks}. */
    static @Nullable String card(Checks checks, byte @Nullable [] part) {
        JsonNode card = object(checks, "card", part);
        return card == null ? null : MAPPER.writeValueAsString(card);
    }

    /** The object, null for none; faults are noted in {@code checks}. */
    static @Nullable JsonNode object(Checks checks, String field, byte @Nullable [] part) {
        if (part == null) {
            return null;
        }
        try {
            JsonNode read = MAPPER.readTree(part);
            return read.isObject() && isKeepable(read)
                    ? read
                    : checks.fault(
                            field,
                            "must be a JSON object with finite numbers, and without the NUL character or half of a"
                                    + " character in its texts",
                            MAPPER.createObjectNode());
        } catch (JacksonException unreadable) {
            return checks.fault(
                    field,
                    "must be a well-formed JSON object that names nothing twice and nests at most 32 levels deep",
                    MAPPER.createObjectNode());
        }
    }

    private static boolean isKeepable(JsonNode node) {
        if (node.getNodeType() == JsonNodeType.STRING) {
            return isText(node.stringValue());
        }
        if (node.isNumber()) {
            return Double.isFinite(node.doubleValue());
        }
        return node.properties().stream().map(Map.Entry::getKey).allMatch(UploadedJson::isText)
                && node.valueStream().allMatch(UploadedJson::isKeepable);
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
