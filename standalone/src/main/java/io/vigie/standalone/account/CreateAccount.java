package io.vigie.standalone.account;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Session;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.signin.SignIn;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code vigie account create ACCOUNT}: an administrator lets somebody in. */
@Command(
        name = "create",
        description = "Makes an account; an administrator signs in for it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Roles: account-manager, agency-manager, data-scientist, auditor, operator, administrator. The password, of 12 to",
            "72 printable ASCII characters, is asked for twice. Its person should change it at the first sign-in.",
            "",
            "Examples:",
            "  vigie account create ann --role data-scientist",
            "  vigie account create ben --role agency-manager,auditor --new-password-file ben.password",
            "  vigie account create night-import --role agency-manager --program    has tokens and no password"
        })
final class CreateAccount implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Mixin
    private SignIn signIn;

    @Mixin
    private NewPassword newPassword;

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id: letters, digits and . _ @ -, at most 64.")
    private String account;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            split = ",",
            description = "What it may do; several separated by commas.")
    private List<String> roles;

    @Option(
            names = "--account-manager",
            paramLabel = "MANAGER",
            description = "Whose portfolio is its own, for the role account-manager.")
    private @Nullable String accountManager;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("accountId", account);
        ArrayNode named = body.putArray("roles");
        roles.forEach(named::add);
        if (accountManager != null) {
            body.put("accountManagerId", accountManager);
        }
        String password = newPassword.read(account);
        if (password != null) {
            body.put("password", password);
        }
        try (Session person = signIn.begin(target)) {
            person.api().command("POST", "/api/accounts", body);
        }
        Rows rows = new Rows("account", "roles");
        rows.add(account, String.join(" ", roles));
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
