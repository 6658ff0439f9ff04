package io.vigie.standalone.api;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.up.Launch;
import java.nio.file.Path;

/** What is said when nothing answers. */
public final class Absent {

    private Absent() {}

    /** One sentence with the remedy. */
    public static Refusal of(DataFolder folder, Throwable cause) {
        String shown = shown(folder.root());
        return Launch.isUp(folder)
                ? new Refusal("vigie in " + shown + " doesn't answer right now; see ./vigie status", 1, cause)
                : new Refusal("vigie isn't running in " + shown + "; start it with ./vigie up", 1, cause);
    }

    private static String shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? "./" + here.relativize(folder) : folder.toString();
    }
}
