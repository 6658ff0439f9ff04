package io.vigie.standalone.model.upload;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code vigie model upload NAME FILE}: a document becomes the next version of a model. */
@Command(
        name = "upload",
        description = "Uploads a PMML document as the next version of a model.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A folder that vigie train wrote brings its reference point and card along. The document is checked on the"
                    + " way in;",
            "a refusal names the element, the reason and what to do. The same document again is the version that it"
                    + " became.",
            "",
            "Examples:",
            "  vigie model upload churn churn-models/models/random-forest",
            "  vigie model upload churn model.pmml --reference reference.json --card card.json --note \"fitted on"
                    + " 2026\"",
            "  vigie model upload fraud fraud.pmml -o json"
        })
public final class UploadModel implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model, as churn: a new name makes a new model.")
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The PMML document, at most 20 MB, or a folder with model.pmml as vigie train writes it.")
    private Path file;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "Where explanations start from, as the reference.json that vigie train writes.")
    private @Nullable Path reference;

    @Option(names = "--card", paramLabel = "FILE", description = "The model card, a JSON object.")
    private @Nullable Path card;

    @Option(names = "--note", paramLabel = "TEXT", description = "What this version is, at most 500 characters.")
    private @Nullable String note;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Documents documents = Documents.read(file, reference, card);
        Api api = new Api(target, Role.DATA_SCIENTIST);
        String path = ModelVersion.path(name) + "/versions";
        Api.Answer answer;
        try {
            if (documents.isAlone()) {
                answer = api.post(path + Query.none().with("note", note), documents.model(), "application/xml");
            } else {
                FormData form = documents.form(note);
                answer = api.post(path, form.bytes(), form.type());
            }
        } catch (Problem refused) {
            throw refused.slug().equals("model-refused") ? inFull(refused) : refused;
        }
        print(answer.body());
        awaitReadable(api, answer.body().path("consistencyToken").asString(""));
        tellWhatNext(spec.commandLine().getErr(), answer);
        return 0;
    }

    private static Refusal inFull(Problem refused) {
        return new Refusal(
                String.join(
                        System.lineSeparator(),
                        "The document is refused.",
                        "  element: " + refused.told("element"),
                        "  reason:  " + refused.told("reason"),
                        "  remedy:  " + refused.told("remedy")),
                1,
                refused);
    }

    private void print(JsonNode answer) {
        Rows rows = new Rows("modelName", "version", "revision", "sha256", "consistencyToken");
        rows.add(
                answer.path("modelName").asString(""),
                answer.path("version").asLong(0),
                answer.path("revision").asLong(0),
                answer.path("sha256").asString(""),
                answer.path("consistencyToken").asString(""));
        rows.print(spec.commandLine().getOut(), output.format());
    }

    /** So that the next verb, which may follow at once, finds the version. */
    private void awaitReadable(Api api, String token) {
        try {
            api.get(ModelVersion.path(name), Query.none().with("consistencyToken", token));
        } catch (Problem late) {
            // It is uploaded; whoever reads too early is told so.
        }
    }

    private void tellWhatNext(PrintWriter err, Api.Answer answer) {
        String version = Terminal.safe(
                new ModelVersion(name, answer.body().path("version").asInt(0)).toString());
        boolean canScore = answer.body().path("canScore").asBoolean(true);
        err.println(
                answer.status() == 200
                        ? "This document is " + version + " already; nothing was recorded."
                        : version + (canScore ? " is there; nothing scores with it yet." : " is there."));
        if (!canScore) {
            err.println("Nothing scores with models of this name, whatever alias they get: they can only be asked.");
            err.println("To ask it:             ./vigie model evaluate " + version + " --record JSON");
            return;
        }
        err.println("What it would change:  ./vigie model changes " + version);
        err.println("To score in shadow:    ./vigie model challenge " + version + " --reason TEXT");
        err.println("To make it champion:   ./vigie model promote " + version + " --reason TEXT");
    }
}
