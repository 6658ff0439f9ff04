package io.vigie.standalone.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads one growing file from its end on; one that was emptied meanwhile is read from its beginning. */
final class LogTail {

    private final Path file;
    private final String label;
    private long position;

    /** @param label put before each line */
    LogTail(Path file, String label) {
        this.file = file;
        this.label = label;
    }

    List<String> last(int lines) throws IOException {
        Deque<String> kept = new ArrayDeque<>();
        for (String line : fresh()) {
            kept.addLast(line);
            if (kept.size() > lines) {
                kept.removeFirst();
            }
        }
        return new ArrayList<>(kept);
    }

    /** The complete lines since the last look. */
    List<String> fresh() throws IOException {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            if (reader.length() < position) {
                position = 0;
            }
            reader.seek(position);
            byte[] more = new byte[Math.toIntExact(reader.length() - position)];
            reader.readFully(more);
            int end = more.length;
            while (end > 0 && more[end - 1] != '\n') {
                end--;
            }
            position += end;
            return new String(more, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> label + line)
                    .toList();
        }
    }
}
