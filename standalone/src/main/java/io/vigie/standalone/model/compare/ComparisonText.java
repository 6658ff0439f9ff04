package io.vigie.standalone.model.compare;

import static io.vigie.standalone.clients.RiskText.inPercent;
import static io.vigie.standalone.clients.RiskText.text;

import io.vigie.standalone.model.changes.BandChanges;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.io.PrintWriter;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A comparison for people; as CSV only the disagreements. */
final class ComparisonText {

    private ComparisonText() {}

    static void print(PrintWriter out, Format format, JsonNode comparison) {
        if (format == Format.TABLE) {
            measures(comparison).print(out, format);
            out.println();
            outcomes(out, comparison.path("outcomes"));
            BandChanges.fromTo(comparison.path("bandChanges")).print(out, format);
            out.println();
        }
        disagreements(comparison).print(out, format);
    }

    private static Rows measures(JsonNode comparison) {
        Rows rows = new Rows("measure", "value");
        comparison.properties().stream()
                .filter(field ->
                        !field.getValue().isContainer() && !field.getKey().equals("outcomes"))
                .forEach(field -> rows.add(field.getKey(), shown(field.getValue())));
        return rows;
    }

    private static void outcomes(PrintWriter out, JsonNode outcomes) {
        JsonNode champion = outcomes.path("champion");
        JsonNode challenger = outcomes.path("challenger");
        if (!champion.isObject() || !challenger.isObject()) {
            out.println("Too few clients have left since both score to compare outcomes.");
            out.println();
            return;
        }
        Rows rows = new Rows("outcome", "champion", "challenger");
        champion.properties()
                .forEach(field ->
                        rows.add(field.getKey(), shown(field.getValue()), shown(challenger.path(field.getKey()))));
        rows.print(out, Format.TABLE);
        out.println();
    }

    private static Rows disagreements(JsonNode comparison) {
        Rows rows =
                new Rows("client", "name", "company", "champion", "challenger", "champion's band", "challenger's band");
        for (JsonNode client : comparison.path("disagreements")) {
            rows.add(
                    text(client, "clientId"),
                    text(client, "name"),
                    text(client, "company"),
                    inPercent(client.path("champion")),
                    inPercent(client.path("challenger")),
                    text(client, "championBand"),
                    text(client, "challengerBand"));
        }
        return rows;
    }

    private static @Nullable String shown(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asString();
        }
        if (value.isNumber()) {
            return value.decimalValue()
                    .setScale(4, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value.isNull() || value.isMissingNode() ? null : value.asString("");
    }
}
