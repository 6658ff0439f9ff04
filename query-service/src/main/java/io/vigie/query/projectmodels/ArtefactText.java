package io.vigie.query.projectmodels;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.platform.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A version as it is handed out, read apart from its document, which is nearly all of it: as a text that were several copies
 * of many megabytes at once.
 *
 * @param artefact with an empty document
 * @param document as it was uploaded
 */
record ArtefactText(ModelArtefact artefact, byte[] document) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final byte[] EMPTY_TEXT = {'"', '"'};

    /**
     * Reads both.
     *
     * @throws Wire.NotReadable when they aren't JSON, or lack something that isn't nullable
     * @throws IllegalArgumentException when the document isn't in Base64
     */
    static ArtefactText read(byte @Nullable [] value) throws Wire.NotReadable {
        Found found = value == null ? null : found(value);
        if (value == null || found == null) {
            // Of such a value something else is wrong, too.
            return new ArtefactText(Wire.read(value, ModelArtefact.class), new byte[0]);
        }
        return new ArtefactText(Wire.read(found.around(value), ModelArtefact.class), found.document);
    }

    /** The document with where its text begins and ends in the value. */
    private record Found(byte[] document, int begin, int end) {

        private byte[] around(byte[] value) {
            byte[] rest = new byte[begin + EMPTY_TEXT.length + value.length - end];
            System.arraycopy(value, 0, rest, 0, begin);
            System.arraycopy(EMPTY_TEXT, 0, rest, begin, EMPTY_TEXT.length);
            System.arraycopy(value, end, rest, begin + EMPTY_TEXT.length, value.length - end);
            return rest;
        }
    }

    /** The first one; a second makes what is around it unreadable. */
    private static @Nullable Found found(byte[] value) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean document = parser.currentName().equals("document");
                if (parser.nextToken() == JsonToken.VALUE_STRING && document) {
                    int begin = (int) parser.currentTokenLocation().getByteOffset();
                    if (begin < 0) {
                        // It isn't UTF-8.
                        return null;
                    }
                    byte[] bytes = decoded(parser);
                    return new Found(
                            bytes, begin, (int) parser.currentLocation().getByteOffset());
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static byte[] decoded(JsonParser parser) {
        try {
            return parser.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
        } catch (JacksonException notBase64) {
            throw new IllegalArgumentException("the document isn't in Base64", notBase64);
        }
    }
}
