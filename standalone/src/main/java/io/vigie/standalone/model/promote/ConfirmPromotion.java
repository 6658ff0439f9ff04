package io.vigie.standalone.model.promote;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.api.Session;
import io.vigie.standalone.model.Decided;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
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

/** {@code vigie model confirm NAME PROPOSAL}: another person makes the proposed version champion. */
@Command(
        name = "confirm",
        description = "Confirms what another person proposed: from then on the version is champion.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Says first who proposed it, why, and how many clients would change band. Whoever proposed it can't confirm it.",
            "",
            "Examples:",
            "  vigie model confirm churn 3f0c2e6a-8d1b-4d7e-9f55-0a6f3f1c2b9d --as ben"
        })
public final class ConfirmPromotion implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private SignIn signIn;

    @Mixin
    private Consent consent;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model, as churn.")
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "PROPOSAL",
            description = "The proposal's id, as vigie model proposals tells it.")
    private String proposalId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        JsonNode proposal = proposal();
        ModelVersion version = new ModelVersion(name, proposal.path("version").asInt(0));
        String shown = Terminal.safe(version.toString());
        Proposals.print(err, Format.TABLE, List.of(proposal));
        Consequences.tell(err, target, version);
        consent.demand("Make " + shown + " champion?");
        Decided.print(spec.commandLine().getOut(), output.format(), confirm(version, proposal));
        err.println(shown + " is champion now; whether every partition scores with it: ./vigie model show "
                + Terminal.safe(name));
        return 0;
    }

    private JsonNode confirm(ModelVersion version, JsonNode proposal) {
        try (Session person = signIn.begin(target)) {
            return person.api()
                    .command(
                            "PUT",
                            ModelVersion.path(name) + "/aliases/champion",
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("version", version.version())
                                    .put("reason", proposal.path("reason").asString(""))
                                    .put("proposalId", proposalId));
        } catch (Problem refused) {
            if (refused.slug().equals("second-person-needed")) {
                throw new Refusal(
                        refused.getMessage()
                                + " Sign them in with --as; ./vigie account create makes an account for them.",
                        1,
                        refused);
            }
            throw refused;
        }
    }

    private JsonNode proposal() {
        return ListProposals.open(new Api(target, Role.DATA_SCIENTIST), name).stream()
                .filter(open -> open.path("proposalId").asString("").equalsIgnoreCase(proposalId))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(Terminal.safe("There is no such proposal that can be confirmed; there are:"
                                + " ./vigie model proposals " + name)));
    }
}
