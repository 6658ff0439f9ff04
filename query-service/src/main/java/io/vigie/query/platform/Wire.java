package io.vigie.query.platform;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it travels on Kafka, read so that whatever is wrong with it is one exception. */
public final class Wire {

    private static final int MOST_DIGITS = 60;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Numbers stay what was written, to the last zero.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Wire() {}

    /**
     * The record that the bytes speak of; unknown properties are ignored.
     *
     * @throws NotReadable when they aren't JSON, or lack something that isn't nullable
     */
    public static <T> T read(byte @Nullable [] value, Class<T> type) throws NotReadable {
        return read(value, type, MOST_DIGITS);
    }

    /** The same with numbers of up to so many digits. */
    public static <T> T read(byte @Nullable [] value, Class<T> type, int digits) throws NotReadable {
        if (value == null || value.length == 0) {
            throw new NotReadable("the value is empty");
        }
        try {
            // Decoded first: a reader of bytes would guess the encoding.
            JsonNode tree = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
            demand(tree, type);
            demandSane(tree, digits);
            return JSON.treeToValue(tree, type);
        } catch (JacksonException | CharacterCodingException notJson) {
            throw new NotReadable("the value isn't the JSON of its type");
        }
    }

    /** A tree out of our own text. */
    public static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /** Our own text of anything. */
    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** Our own text, read back. */
    public static <T> T parse(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    private static void demand(JsonNode tree, Class<?> type) throws NotReadable {
        if (!tree.isObject()) {
            throw new NotReadable("the value isn't a JSON object");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = tree.get(component.getName());
            if (value == null || value.isNull()) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new NotReadable("the value lacks " + component.getName());
                }
            } else if (component.getType().isRecord()) {
                demand(value, component.getType());
            }
        }
    }

    /** Numbers that cost no time and are finite as doubles. */
    private static void demandSane(JsonNode tree, int digits) throws NotReadable {
        if (tree.isNumber()) {
            BigDecimal number = tree.decimalValue();
            if (number.precision() > digits || Math.abs((long) number.scale()) > digits) {
                throw new NotReadable("a number in the value has too many digits");
            }
        }
        for (JsonNode child : tree) {
            demandSane(child, digits);
        }
    }

    /** Why a value can't be read, in words without any of its content. */
    public static final class NotReadable extends Exception {

        private static final long serialVersionUID = 1L;

        NotReadable(String reason) {
            super(reason);
        }
    }
}
