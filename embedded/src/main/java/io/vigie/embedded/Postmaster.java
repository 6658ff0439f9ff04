package io.vigie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code postmaster.pid} of a data folder says about the server that wrote it. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int STATUS_LINE = 7;

    private final Path dataDirectory;

    Postmaster(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** Whether the server of that id says that it takes connections. */
    boolean isReady(long pid) {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.get(0).trim().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).trim().equals("ready");
    }

    /**
     * Clears what a killed process left behind: the server, its helpers, its pid file. Only for the holder of the folder's
     * lock, to whom any server on the folder is an orphan.
     */
    void clearLeftovers() {
        Optional<RunningProcess> orphan = pid().flatMap(RunningProcess::of).filter(this::isServerOfThisFolder);
        orphan.ifPresent(server -> {
            LOG.info("stopping the PostgreSQL {} that an earlier run left behind", server.pid());
            server.signal("INT");
            if (!server.awaitEnd(Duration.ofSeconds(20))) {
                server.stop("QUIT", Duration.ofSeconds(10));
            }
        });
        awaitHelpers();
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new EmbeddedServerException(file() + " can't be deleted: " + e.getMessage() + ".", e);
        }
    }

    /** The helpers of a killed server must be gone before another may open its files. */
    private void awaitHelpers() {
        for (RunningProcess helper : RunningProcess.workingIn(dataDirectory)) {
            if (helper.commandLine().contains("postgres") && !helper.awaitEnd(Duration.ofSeconds(2))) {
                helper.stop("KILL", Duration.ofSeconds(10));
            }
        }
    }

    private boolean isServerOfThisFolder(RunningProcess process) {
        String command = process.commandLine();
        return command.contains("postgres") && command.contains("-D " + dataDirectory + " ");
    }

    private Optional<Long> pid() {
        List<String> lines = lines();
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path file() {
        return dataDirectory.resolve("postmaster.pid");
    }
}
