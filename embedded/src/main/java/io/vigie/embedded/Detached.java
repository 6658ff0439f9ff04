package io.vigie.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starting a child in a session of its own, so that Ctrl-C at the terminal reaches only the one who stops it in order. */
public final class Detached {

    /** What to put before a child's command line; empty where the system has no {@code setsid}. */
    public static final List<String> PREFIX =
            Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();

    private Detached() {}
}
