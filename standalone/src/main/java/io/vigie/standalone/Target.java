package io.vigie.standalone;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which system a verb means: every verb takes these two options. */
public final class Target {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder that holds everything (default: ./data).")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port of the whole system on this machine (default: ${DEFAULT-VALUE}).")
    private int port;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec verb;

    /** Where a verb tells what isn't its result. */
    public PrintWriter err() {
        return verb == null
                ? new PrintWriter(System.err, true)
                : verb.commandLine().getErr();
    }

    /** The data folder, absolute. */
    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** The edge's port, 1–65535. */
    public int port() {
        if (port < 1 || port > 65_535) {
            throw new Refusal("--port takes a number from 1 to 65535.", 2, null);
        }
        return port;
    }

    /** Where the system answers, without a path. */
    public URI address() {
        return URI.create("http://localhost:" + port());
    }
}
