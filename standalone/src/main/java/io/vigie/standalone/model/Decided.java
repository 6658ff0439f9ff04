package io.vigie.standalone.model;

import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer to a decision over a model as a row. */
public final class Decided {

    private Decided() {}

    /** Prints it. */
    public static void print(PrintWriter out, Format format, JsonNode answer) {
        Rows rows = new Rows("modelName", "version", "revision", "consistencyToken");
        rows.add(
                answer.path("modelName").asString(""),
                number(answer.path("version")),
                number(answer.path("revision")),
                answer.path("consistencyToken").asString(""));
        rows.print(out, format);
    }

    /** A whole number, or null where there is none. */
    public static @Nullable Long number(JsonNode node) {
        return node.isNumber() ? Long.valueOf(node.longValue()) : null;
    }
}
