package io.vigie.web.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Tells which fields of answers may be null: the components of records that say so. In what callers send, null means the
 * same as a field left out, which the description tells by what is required.
 */
final class NullableFields implements ModelConverter, GlobalOpenApiCustomizer {

    private static final String COMPONENTS = "#/components/schemas/";

    /** Of this process, as the converters that find them are. */
    private static final Map<String, Set<String>> NULLABLE = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && described.isRecord()) {
            String name = schema.get$ref() == null ? schema.getName() : name(schema.get$ref());
            Set<String> fields = components(described)
                    .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            if (name != null && !fields.isEmpty()) {
                NULLABLE.put(name, fields);
            }
        }
        return schema;
    }

    /** With those of components whose fields are shown as its own. */
    private static Stream<RecordComponent> components(Class<?> described) {
        return Arrays.stream(described.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                                && component.getType().isRecord()
                        ? components(component.getType())
                        : Stream.of(component));
    }

    @Override
    public void customise(OpenAPI api) {
        Set<String> sent = api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(NullableFields::body)
                .collect(Collectors.toSet());
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        NULLABLE.forEach((name, fields) -> {
            Schema<?> schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null && !sent.contains(name)) {
                fields.forEach(field -> schema.getProperties().computeIfPresent(field, (key, one) -> orNull(one)));
            }
        });
    }

    private static Stream<String> body(Operation operation) {
        return operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().values().stream()
                        .map(content -> content.getSchema().get$ref())
                        .flatMap(Stream::ofNullable)
                        .map(NullableFields::name);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            schema.addType("null");
            return schema;
        }
        Schema<?> nothing = new Schema<>();
        nothing.addType("null");
        return new Schema<>().addAnyOfItem(schema).addAnyOfItem(nothing);
    }

    private static String name(String reference) {
        return reference.substring(COMPONENTS.length());
    }
}
