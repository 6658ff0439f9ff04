package io.vigie.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** One look over a body before it is bound: its limits, duplicate names, text that can't be stored, absurd numbers. */
final class JsonScan {

    static final String SLUG = "malformed-json";
    static final String TITLE = "Malformed JSON";

    private static final int LARGEST_EXPONENT = 30;
    private static final JsonFactory FACTORY = StrictJson.factory();

    private JsonScan() {}

    static void check(byte[] body) {
        String text = Percent.utf8(body);
        if (text == null) {
            throw refused("The body isn't UTF-8 text.");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                check(token, parser);
            }
        } catch (StreamConstraintsException tooMuch) {
            throw refused("The JSON is nested too deeply, or holds a number, name or text that is too long.");
        } catch (StreamReadException syntax) {
            throw refused(describe(syntax));
        }
    }

    private static void check(JsonToken token, JsonParser parser) {
        switch (token) {
            case PROPERTY_NAME, VALUE_STRING -> checkText(parser);
            case VALUE_NUMBER_FLOAT -> checkExponent(parser);
            default -> {}
        }
    }

    private static void checkText(JsonParser parser) {
        String text = parser.getString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                throw refused("A text holds the NUL character" + at(parser) + ".");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw refused("A text holds half of a character (a lone surrogate)" + at(parser) + ".");
                }
                i++;
            }
        }
    }

    /** By the digits alone: turning 1e1000000000 into a number is what must not happen. */
    private static void checkExponent(JsonParser parser) {
        String number = parser.getString();
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) {
            return;
        }
        String digits = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
        if (digits.length() > 2 || (!digits.isEmpty() && Integer.parseInt(digits) > LARGEST_EXPONENT)) {
            throw refused("A number has an exponent beyond " + LARGEST_EXPONENT + at(parser) + ".");
        }
    }

    private static String describe(StreamReadException syntax) {
        String message = syntax.getOriginalMessage();
        boolean duplicate = message != null && message.startsWith("Duplicate");
        return (duplicate ? "The JSON names a property twice" : "The body isn't well-formed JSON")
                + at(syntax.getLocation())
                + ".";
    }

    private static String at(JsonParser parser) {
        return at(parser.currentTokenLocation());
    }

    private static String at(TokenStreamLocation location) {
        return location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    static Rejected refused(String detail) {
        return Rejected.malformed(SLUG, TITLE, detail);
    }
}
