package io.vigie.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** A date as {@code 2020-02-29} and in no other way: no array, no number, no year of more than four digits. */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    StrictDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)
                && SHAPE.matcher(parser.getString()).matches()) {
            try {
                return LocalDate.parse(parser.getString());
            } catch (DateTimeException noSuchDay) {
                throw refused(parser);
            }
        }
        throw refused(parser);
    }

    private MismatchedInputException refused(JsonParser parser) {
        return MismatchedInputException.from(parser, LocalDate.class, "not a date");
    }
}
