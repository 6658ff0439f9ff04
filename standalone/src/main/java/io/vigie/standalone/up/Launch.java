package io.vigie.standalone.up;

import io.vigie.embedded.Detached;
import io.vigie.standalone.Refusal;
import io.vigie.standalone.Vigie;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.Installation;
import io.vigie.standalone.supervisor.Shutdown;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Starts a system whose supervisor outlives this process, and passes on what it says until it is ready. */
public final class Launch {

    private static final int USAGE = 2;

    private final DataFolder folder;
    private final int port;
    private final PrintWriter err;
    private boolean said;

    /**
     * @param port the edge's
     * @param err gets the supervisor's lines
     */
    public Launch(DataFolder folder, int port, PrintWriter err) {
        this.folder = folder;
        this.port = port;
        this.err = err;
    }

    /** Whether a supervisor runs on that folder. */
    public static boolean isUp(DataFolder folder) {
        return Shutdown.supervisor(folder).isPresent();
    }

    /**
     * Returns when the system answers.
     *
     * @throws Refusal when it can't be started; nothing is left running then
     */
    public void untilReady() throws IOException, InterruptedException {
        folder.prepare();
        File log = folder.supervisorLog().toFile();
        long from = log.length();
        Process supervisor = start(log);
        Thread giveUp = new Thread(supervisor::destroy, "give-up");
        Runtime.getRuntime().addShutdownHook(giveUp);
        try (RandomAccessFile lines = new RandomAccessFile(log, "r")) {
            lines.seek(from);
            while (!passOn(lines)) {
                if (!supervisor.isAlive()) {
                    passOn(lines);
                    throw ended(supervisor.waitFor());
                }
                Thread.sleep(50);
            }
        }
        Runtime.getRuntime().removeShutdownHook(giveUp);
    }

    /** A supervisor that refuses has said why; one that was killed could not. */
    private Refusal ended(int exitCode) {
        return said && exitCode <= USAGE
                ? Refusal.told(exitCode)
                : new Refusal("Vigie was not started: see " + folder.supervisorLog() + ".");
    }

    private Process start(File log) throws IOException {
        Installation installation = Installation.current();
        List<String> command = new ArrayList<>(Detached.PREFIX);
        command.addAll(installation.ownCommand("-Xmx64m"));
        command.addAll(List.of(
                Vigie.class.getName(), "supervise", "--data", folder.root().toString(), "--port", "" + port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("CLASSPATH", installation.ownClassPath());
        Files.createDirectories(folder.logs());
        return builder.start();
    }

    /** Passes complete lines on; true once one of them says that the system is ready. */
    private boolean passOn(RandomAccessFile lines) throws IOException {
        for (; ; ) {
            long before = lines.getFilePointer();
            String line = lines.readLine();
            if (line == null || lines.getFilePointer() == before + line.length()) {
                lines.seek(before);
                return false;
            }
            if (line.startsWith("ready http://")) {
                return true;
            }
            said = true;
            err.println(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }
}
