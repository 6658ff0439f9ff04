package io.vigie.standalone.deadletters;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import io.vigie.standalone.output.Terminal;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Decides over some dead letters; what was decided already stays so when a later one is refused. */
final class Decide {

    private Decide() {}

    /** 0, or 3 when some were refused and 1 when all were. */
    static int each(CommandSpec spec, Target target, Format format, String action, List<String> ids) {
        Api api = new Api(target, Role.OPERATOR);
        Rows rows = new Rows("id", "action");
        int refused = 0;
        for (String id : ids) {
            try {
                api.command("POST", "/api/dead-letters/" + Api.segment(id) + "/" + action, null);
                rows.add(id, action);
            } catch (Problem no) {
                refused++;
                spec.commandLine().getErr().println(Terminal.safe(id) + ": " + no.getMessage());
            }
        }
        if (refused == ids.size()) {
            throw new Refusal("Nothing was decided; ./vigie dead-letters list shows what there is.");
        }
        rows.print(spec.commandLine().getOut(), format);
        return refused == 0 ? 0 : 3;
    }
}
