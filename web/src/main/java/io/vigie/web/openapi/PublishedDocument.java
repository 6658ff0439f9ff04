package io.vigie.web.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document that is committed. With {@code -Dvigie.openapi.write=true} a check writes the generated one into
 * its place: that is how a change is published, and how a review sees it.
 */
public final class PublishedDocument {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Path file;

    /** The committed file, relative to the module's folder in a test. */
    public PublishedDocument(Path file) {
        this.file = file;
    }

    /**
     * Compares the document that the running service generates.
     *
     * @return what would break callers; additions break nobody and are published by writing the document anew
     */
    public List<String> faults(String generated) throws IOException {
        String current = sorted(generated);
        List<String> breaking =
                Files.exists(file) ? BreakingChanges.between(Files.readString(file), current) : List.of();
        if (Boolean.getBoolean("vigie.openapi.write")) {
            Files.writeString(file, current);
            return List.of();
        }
        return Files.exists(file)
                ? breaking
                : List.of(file + " is missing: publish the document with -Dvigie.openapi.write=true");
    }

    /** Without the address that the document happened to be asked for at. */
    private static String sorted(String generated) {
        Object document = SORTED.readValue(generated, Object.class);
        if (document instanceof Map<?, ?> map) {
            map.remove("servers");
        }
        return SORTED.writeValueAsString(document) + "\n";
    }
}
