package io.vigie.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of this machine, our child or not, that may have to be told to stop. */
public final class RunningProcess {

    private static final Duration POLL = Duration.ofMillis(20);

    // The 22nd field of /proc/PID/stat, counted from the one after the program's name.
    private static final int START_TIME = 19;

    private final ProcessHandle handle;

    private RunningProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** The process of that id, when it runs. */
    public static Optional<RunningProcess> of(long pid) {
        return ProcessHandle.of(pid).map(RunningProcess::new).filter(RunningProcess::isRunning);
    }

    /** Every process that was started with exactly that argument. */
    public static List<RunningProcess> withArgument(String argument) {
        return ProcessHandle.allProcesses()
                .map(RunningProcess::new)
                .filter(process -> process.arguments().contains(argument))
                .filter(RunningProcess::isRunning)
                .toList();
    }

    /** Every process whose working directory is {@code directory}; empty where the system doesn't tell. */
    static List<RunningProcess> workingIn(Path directory) {
        return ProcessHandle.allProcesses()
                .map(RunningProcess::new)
                .filter(process -> directory.equals(process.workingDirectory()))
                .filter(RunningProcess::isRunning)
                .toList();
    }

    /** This process itself. */
    public static RunningProcess self() {
        return new RunningProcess(ProcessHandle.current());
    }

    public long pid() {
        return handle.pid();
    }

    /** Whether it still executes; a zombie that nobody has reaped doesn't. */
    public boolean isRunning() {
        return handle.isAlive() && !isZombie();
    }

    /** Program and arguments separated by blanks, or "" when the system doesn't tell. */
    public String commandLine() {
        return String.join(" ", arguments());
    }

    /** When it started, in a unit that is the same for as long as the machine runs; with the id it names one process. */
    public String started() {
        try {
            String stat = stat();
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START_TIME];
        } catch (IOException e) {
            return handle.info().startInstant().map(Instant::toString).orElse("");
        }
    }

    /**
     * Sends a signal.
     *
     * @param name without SIG, such as INT
     */
    public void signal(String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Process " + pid() + " can't be told to stop: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end; false when it still runs after {@code limit}. */
    public boolean awaitEnd(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (isRunning()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isRunning();
            }
        }
        return true;
    }

    /**
     * Sends a signal and waits; when that was not enough, kills.
     *
     * @return whether it ended by itself
     */
    public boolean stop(String signal, Duration patience) {
        if (!isRunning()) {
            return true;
        }
        signal(signal);
        if (awaitEnd(patience)) {
            return true;
        }
        signal("KILL");
        awaitEnd(Duration.ofSeconds(10));
        return false;
    }

    private boolean isZombie() {
        try {
            String stat = stat();
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }

    private String stat() throws IOException {
        return Files.readString(proc("stat"), StandardCharsets.ISO_8859_1);
    }

    private List<String> arguments() {
        try {
            String raw = new String(Files.readAllBytes(proc("cmdline")), StandardCharsets.UTF_8);
            return List.of(raw.split("\0"));
        } catch (IOException e) {
            List<String> all = new ArrayList<>();
            handle.info().command().ifPresent(all::add);
            handle.info().arguments().ifPresent(rest -> all.addAll(List.of(rest)));
            return all;
        }
    }

    private Path workingDirectory() {
        try {
            return Files.readSymbolicLink(proc("cwd"));
        } catch (IOException | UnsupportedOperationException e) {
            return Path.of("");
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid()), file);
    }
}
