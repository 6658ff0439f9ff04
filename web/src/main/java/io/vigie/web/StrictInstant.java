package io.vigie.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** A moment as {@code 2020-02-29T12:30:00Z} or with an offset, and in no other way. */
final class StrictInstant extends StdScalarDeserializer<Instant> {

    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)
                && SHAPE.matcher(parser.getString()).matches()) {
            try {
                return OffsetDateTime.parse(parser.getString()).toInstant();
            } catch (DateTimeException noSuchTime) {
                throw refused(parser);
            }
        }
        throw refused(parser);
    }

    private MismatchedInputException refused(JsonParser parser) {
        return MismatchedInputException.from(parser, Instant.class, "not a moment");
    }
}
