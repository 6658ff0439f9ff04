package io.vigie.query.evaluatemodel;

import io.vigie.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a JSON body asks: one record or many. Read here and not as other bodies, since ten thousand records have more tokens
 * than those may, and since what is wrong with one record is nothing against the others. What the model doesn't
 * ask for is dropped at once, so that a body of many names takes no more memory than one of few.
 *
 * @param single whether one was sent alone
 * @param background the records to explain against instead of the reference point; empty for none
 */
record AskedRecords(
        List<Map<String, @Nullable Object>> records,
        boolean single,
        boolean explain,
        List<Map<String, @Nullable Object>> background) {

    static final int MOST = 10_000;
    static final int MOST_EXPLAINED = 100;
    static final int MOST_BACKGROUND = 100;
    static final int MOST_AGAINST_BACKGROUND = 10;
    static final int MOST_PROPERTIES = 1_000;
    static final int MOST_VALUES = 500_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(400)
                    .maxStringLength(64 * 1024)
                    .maxNameLength(256)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a body, and keeps what belongs to one of these inputs.
     *
     * @throws Rejected 400 for what isn't such JSON, 413 for too many records or values, 422 for no record or one with too
     *     many properties
     */
    static AskedRecords read(byte[] body, Collection<String> inputs) {
        var utf8 = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            return new RecordsReading(parser, inputs).whole();
        } catch (JacksonException syntax) {
            throw malformed("The body isn't well-formed JSON in UTF-8, names something twice, is nested too deeply, or"
                    + " holds a number, name or text that is too long.");
        }
    }

    static Rejected malformed(String detail) {
        return Rejected.malformed("malformed-json", "Malformed JSON", detail);
    }
}
