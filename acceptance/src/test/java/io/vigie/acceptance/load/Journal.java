package io.vigie.acceptance.load;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.system.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was asked and what was answered, on disk outside of the system before the next step is taken. */
public final class Journal implements AutoCloseable {

    private final FileChannel file;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<ChurnFile> imported = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    public Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void invoked(Operation operation) {
        append(Map.of(
                "op", operation.id(), "state", "invoked", "kind", operation.kind(), "target", operation.target()));
    }

    /** An operation that somebody carried out without the load. */
    public void record(Outcome outcome) {
        invoked(outcome.operation());
        ended(outcome);
    }

    synchronized void ended(Outcome outcome) {
        append(Map.of(
                "op", outcome.operation().id(),
                "state", outcome.state(),
                "status", outcome.status(),
                "version", outcome.version()));
        outcomes.add(outcome);
    }

    /** Something was seen on the way that must not be, a stale read for instance. */
    synchronized void violated(String what) {
        append(Map.of("violation", what));
        violations.add(what);
    }

    synchronized void imported(ChurnFile file) {
        append(Map.of("imported", file.file().toString(), "rows", file.rows()));
        imported.add(file);
    }

    public synchronized List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** The files of which every row was told to be registered. */
    public synchronized List<ChurnFile> imported() {
        return List.copyOf(imported);
    }

    private void append(Map<String, ?> line) {
        try {
            file.write(ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
