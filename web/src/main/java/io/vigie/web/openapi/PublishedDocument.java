package io.vigie.web.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String WRITE = "vigie.openapi.write";

    private static final String REMEDY = "run this test with -D" + WRITE + "=true and commit the file";

    private final Path file;

    /** The committed file, relative to the module's folder in a test. */
    public PublishedDocument(Path file) {
        this.file = file;
    }

    /**
     * Compares the document that the running service generates.
     *
     * @return what would break callers, and whether the committed document is another one at all: what was added is a
     *     promise only once it is committed, and could be taken away again unnoticed
     */
    public List<String> faults(String generated) throws IOException {
        String current = sorted(generated);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, current);
            return List.of();
        }
        if (!Files.exists(file)) {
            return List.of(file + " is missing: " + REMEDY);
        }
        String published = Files.readString(file);
        List<String> faults = new ArrayList<>(BreakingChanges.between(published, current));
        if (!SORTED.readTree(published).equals(SORTED.readTree(current))) {
            faults.add(file + " isn't what the service generates: " + REMEDY);
        }
        return faults;
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
