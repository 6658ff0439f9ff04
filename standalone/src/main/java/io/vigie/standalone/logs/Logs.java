package io.vigie.standalone.logs;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie logs}: shows what the parts print. */
@Command(
        name = "logs",
        description = "Shows the last lines that a part, or every part, has printed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Parts: postgresql, kafka, command-service, scoring-streams, query-service, edge, supervisor.",
            "",
            "Examples:",
            "  vigie logs                       the last lines of all",
            "  vigie logs query-service -n 200",
            "  vigie logs command-service -f    goes on until Ctrl-C"
        })
public final class Logs implements Callable<Integer> {

    @Mixin
    private Target target;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PART", description = "Which part; all when left out.")
    private @Nullable String part;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "LINES",
            defaultValue = "20",
            description = "How many lines of each (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is printed from now on.")
    private boolean follow;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (lines < 0) {
            throw new Refusal("--lines takes 0 or more.", 2, null);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<LogTail> tails = new ArrayList<>();
        for (Path file : files(new DataFolder(target.data()))) {
            String label = part == null ? file.getFileName().toString().replace(".log", "") + " | " : "";
            tails.add(new LogTail(file, label));
        }
        for (LogTail tail : tails) {
            tail.last(lines).forEach(out::println);
        }
        out.flush();
        while (follow && !out.checkError()) {
            for (LogTail tail : tails) {
                tail.fresh().forEach(out::println);
            }
            Thread.sleep(200);
        }
        return 0;
    }

    private List<Path> files(DataFolder folder) throws IOException {
        if (!Files.isDirectory(folder.logs())) {
            throw new Refusal("There is nothing in " + folder.root() + " yet: start Vigie by `vigie up`.");
        }
        if (part == null) {
            try (Stream<Path> found = Files.list(folder.logs())) {
                return found.filter(file -> file.toString().endsWith(".log"))
                        .sorted()
                        .toList();
            }
        }
        Path file = folder.logs().resolve(part + ".log").normalize();
        if (!file.startsWith(folder.logs()) || !Files.isRegularFile(file)) {
            throw new Refusal("No such part has printed anything: see `vigie logs --help` for their names.", 2, null);
        }
        return List.of(file);
    }
}
