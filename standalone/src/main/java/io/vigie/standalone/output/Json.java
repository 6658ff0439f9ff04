package io.vigie.standalone.output;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON for stdout: the same data, with what would steer a terminal written as escapes. */
public final class Json {

    private static final ObjectMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Over several lines. */
    public static void print(PrintWriter out, Object value) {
        out.println(escaped(PRETTY.writeValueAsString(value)));
        out.flush();
    }

    /** On one line. */
    public static String line(JsonNode value) {
        return escaped(value.toString());
    }

    /** Line ends and indentation are the printer's own: inside of strings they are escaped already. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            int type = Character.getType(c);
            boolean steers = (Character.isISOControl(c) && c != '\n')
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (steers) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }
}
