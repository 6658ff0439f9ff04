package io.vigie.standalone.model.promote;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Session;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.model.Reason;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Terminal;
import io.vigie.standalone.signin.SignIn;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code vigie model promote NAME/VERSION}: asks for a version to be champion; another person confirms it. */
@Command(
        name = "promote",
        description = "Proposes a version as champion, whose scores are the clients' risk.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Says first how many clients would change band. It takes two persons with accounts of their own, agency managers",
            "or data scientists: one proposes, within seven days another one confirms; a token can do neither. Whoever has",
            "only the account of the first start makes more: ./vigie account create --help.",
            "",
            "Examples:",
            "  vigie model promote churn/2 --reason \"better for a month\"",
            "  vigie model promote churn/2 --reason \"better for a month\" --as ann --password-file ann.password --yes"
        })
public final class PromoteModel implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private Reason reason;

    @Mixin
    private SignIn signIn;

    @Mixin
    private Consent consent;

    @Parameters(
            paramLabel = "NAME/VERSION",
            converter = ModelVersion.Converter.class,
            description = "The version, as churn/2.")
    private ModelVersion version;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        String shown = Terminal.safe(version.toString());
        Consequences.tell(err, target, version);
        consent.demand("Propose " + shown + " as champion?");
        JsonNode proposal;
        try (Session person = signIn.begin(target)) {
            proposal = person.api()
                    .command(
                            "PUT",
                            ModelVersion.path(version.name()) + "/aliases/champion",
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("version", version.version())
                                    .put("reason", reason.text()));
        }
        Proposals.print(spec.commandLine().getOut(), output.format(), List.of(proposal));
        err.println("Nothing changes before another person confirms it: ./vigie model confirm "
                + Terminal.safe(
                        version.name() + " " + proposal.path("proposalId").asString(""))
                + " --as ACCOUNT");
        return 0;
    }
}
