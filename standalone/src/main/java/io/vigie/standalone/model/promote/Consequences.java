package io.vigie.standalone.model.promote;

import io.vigie.standalone.Target;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.model.ModelVersion;
import io.vigie.standalone.model.changes.BandChanges;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Terminal;
import java.io.PrintWriter;

/** What a promotion would do to the clients' bands, told before it is decided. */
final class Consequences {

    private Consequences() {}

    /** Tells it; a version that can't be asked (no champion to compare with, nothing scores by that name) only says so. */
    static void tell(PrintWriter err, Target target, ModelVersion version) {
        try {
            BandChanges changes = BandChanges.of(target, version, 1);
            err.println(Terminal.safe(version.toString()) + ": " + changes.sentence());
            changes.fromTo().print(err, Format.TABLE);
            err.println("Which ones: ./vigie model changes " + Terminal.safe(version.toString()));
        } catch (Problem untold) {
            if (untold.status() == 404) {
                throw untold;
            }
            err.println("How many clients would change band can't be told: " + untold.getMessage());
        }
    }
}
