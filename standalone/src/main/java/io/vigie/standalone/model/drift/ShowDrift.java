package io.vigie.standalone.model.drift;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.Json;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie model drift NAME/VERSION}: the last days against the reference. */
@Command(
        name = "drift",
        description = "Shows whether what a version is given and what it answers is still what it once was.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each client counts once a day. The reference is the training, where the version's card tells its distributions,",
            "or else the version's first 1,000 records. Verdicts: stable, watch, drifted, and too-few with fewer than 200",
            "records on either side. psi is the population stability index, p that of a Kolmogorov-Smirnov test for numbers and",
            "of a chi-square test for categories; missing and invalid are in per cent of the records.",
            "",
            "Examples:",
            "  vigie model drift churn/1",
            "  vigie model drift churn/1 --days 30 -o csv",
            "  vigie model drift churn/1 -o json               the groups of values too"
        })
public final class ShowDrift implements Callable<Integer> {

    private static final int MOST_DAYS = 400;

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(
            paramLabel = "NAME/VERSION",
            converter = ModelVersion.Converter.class,
            description = "The version, as churn/1.")
    private ModelVersion version;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "The last N days up to today (UTC), 1 to 400 (default: ${DEFAULT-VALUE}).")
    private int days;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal("--days takes a number from 1 to " + MOST_DAYS + ".", 2, null);
        }
        JsonNode answer = new Api(target, Role.AGENCY_MANAGER)
                .get(version.path() + "/drift", Query.none().with("days", days));
        PrintWriter out = spec.commandLine().getOut();
        if (output.format() == Format.JSON) {
            Json.print(out, answer);
            return 0;
        }
        DriftText drift = new DriftText(answer);
        if (output.format() == Format.TABLE) {
            out.println(drift.sentence());
            out.println();
        }
        drift.fields().print(out, output.format());
        return 0;
    }
}
