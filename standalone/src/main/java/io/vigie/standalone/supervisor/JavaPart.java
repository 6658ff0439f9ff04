package io.vigie.standalone.supervisor;

import io.vigie.embedded.Detached;
import io.vigie.embedded.RunningProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is a JVM of its own. Its command line carries the data folder, so that it can be found again. */
final class JavaPart implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final Duration PATIENCE_WITH_ARCHIVE = Duration.ofSeconds(90);

    private final PartName name;
    private final int port;
    private final DataFolder folder;
    private final Supplier<Program> program;
    private final BooleanSupplier health;
    private final ClassArchive archive;
    private @Nullable RunningProcess process;

    /**
     * @param program asked for at every start
     * @param health whether the running process serves
     * @param archives where class archives are kept
     */
    JavaPart(
            PartName name,
            int port,
            DataFolder folder,
            Supplier<Program> program,
            BooleanSupplier health,
            Path archives) {
        this.name = name;
        this.port = port;
        this.folder = folder;
        this.program = program;
        this.health = health;
        this.archive = new ClassArchive(archives, name);
    }

    /**
     * What to run.
     *
     * @param options for the JVM
     * @param environment added to this process's; the place for what must not show on a command line
     */
    record Program(
            String mainClass,
            String classPath,
            List<String> options,
            List<String> arguments,
            Map<String, String> environment) {}

    /** The argument by which the processes of a folder are found again. */
    static String mark(DataFolder folder) {
        return "-Dvigie.data=" + folder.root();
    }

    @Override
    public PartName name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized RunningProcess start() throws IOException {
        stop();
        Program what = program.get();
        List<String> command = new ArrayList<>(Detached.PREFIX);
        command.add(Installation.java());
        command.addAll(List.of(
                mark(folder),
                "-Dvigie.part=" + name,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ReservedCodeCacheSize=96m",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-XX:ErrorFile=" + folder.logs().resolve(name + "-crash.log"),
                "-Djava.io.tmpdir=" + folder.emptyTemporary(name)));
        command.addAll(archive.options());
        command.addAll(what.options());
        command.add(what.mainClass());
        command.addAll(what.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put("CLASSPATH", what.classPath());
        // glibc keeps an arena for every few threads otherwise, and RocksDB's memory never comes back.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(what.environment());
        long pid = builder.start().pid();
        RunningProcess started = RunningProcess.of(pid).orElseThrow(() -> new IOException(name + " ended at once"));
        process = started;
        return started;
    }

    @Override
    public boolean serves() {
        return health.getAsBoolean();
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            boolean wasRunning = process.isRunning();
            boolean cleanly = process.stop("TERM", archive.exists() ? PATIENCE : PATIENCE_WITH_ARCHIVE);
            archive.ended(wasRunning && cleanly);
            process = null;
        }
    }
}
