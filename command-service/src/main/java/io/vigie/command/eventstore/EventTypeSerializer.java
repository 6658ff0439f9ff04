package io.vigie.command.eventstore;

import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as plain JSON under the frozen names and revisions of {@link EventTypes}, metadata as a JSON object of texts:
 * no Java class name ever enters the store.
 */
final class EventTypeSerializer implements Serializer {

    private static final SerializedType METADATA = new SimpleSerializedType(MetaData.class.getName(), null);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Map<Class<?>, EventType> byPayload = types(EventType::payload);
    private final Map<SerializedType, EventType> byName = types(EventTypeSerializer::named);
    private final Converter converter = new ChainingConverter();
    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        if (object == null) {
            throw new SerializationException("an event has no payload");
        }
        try {
            T data = converter.convert(json.writeValueAsBytes(object), expectedRepresentation);
            return new SimpleSerializedObject<>(data, expectedRepresentation, typeForClass(object.getClass()));
        } catch (JacksonException e) {
            throw new SerializationException("cannot write " + object.getClass().getSimpleName() + " as JSON", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> type = classForType(stored.getType());
        if (type == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, stored);
        }
        byte[] bytes = converter.convert(stored, byte[].class).getData();
        try {
            return type == MetaData.class
                    ? (T) MetaData.from(json.readValue(bytes, TEXTS))
                    : (T) json.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new SerializationException("cannot read " + stored.getType().getName(), e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (METADATA.getName().equals(type.getName())) {
            return MetaData.class;
        }
        EventType known = byName.get(type);
        return known == null ? UnknownSerializedType.class : known.payload();
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == MetaData.class) {
            return METADATA;
        }
        EventType known = type == null ? null : byPayload.get(type);
        if (known == null) {
            throw new SerializationException("not a published event type: " + type);
        }
        return named(known);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static SerializedType named(EventType type) {
        return new SimpleSerializedType(type.name(), Integer.toString(type.revision()));
    }

    private static <K> Map<K, EventType> types(Function<EventType, K> key) {
        return EventTypes.ALL.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
