package io.vigie.standalone.supervisor;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the log files of a system small. A file that has grown too large is copied to a second one and emptied in place: its
 * writer only ever appends, so it goes on at the beginning.
 */
final class LogFiles {

    private static final long LARGEST = 8L * 1024 * 1024;
    private static final int TAIL_BYTES = 64 * 1024;

    private final DataFolder folder;
    private final Consumer<String> told;
    private boolean failing;

    /** @param told gets one line when it begins to fail */
    LogFiles(DataFolder folder, Consumer<String> told) {
        this.folder = folder;
        this.told = told;
    }

    /** To be called again and again: what doesn't work now, as on a full disk, may work the next time. */
    void keepSmall() {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder.logs(), "*.log")) {
            for (Path log : logs) {
                if (Files.size(log) > LARGEST) {
                    Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                            .close();
                }
            }
            failing = false;
        } catch (IOException | DirectoryIteratorException e) {
            if (!failing) {
                told.accept("The log files can't be kept small right now: " + e.getMessage());
            }
            failing = true;
        }
    }

    /** The last lines of a file; none when there is no such file. */
    static List<String> tail(Path log, int lines) {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            byte[] end = Channels.newInputStream(channel).readAllBytes();
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
