package io.vigie.standalone.model.evaluate;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.output.Terminal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that has its name only once it is complete, whatever ends this process before. */
final class CompleteFile implements AutoCloseable {

    private final Path file;
    private final Path begun;
    private final Writer writer;
    private final Thread atExit;

    CompleteFile(Path file) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            this.begun = Files.createTempFile(folder, "." + file.getFileName(), ".part");
            this.writer = Files.newBufferedWriter(begun);
        } catch (IOException | IllegalArgumentException unwritable) {
            throw refused(unwritable);
        }
        this.atExit = new Thread(this::forget, "forget what was begun");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    Writer writer() {
        return writer;
    }

    void putInPlace() {
        try {
            writer.close();
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw refused(unwritable);
        }
    }

    private Refusal refused(Exception unwritable) {
        return new Refusal(
                Terminal.safe(file.toString()) + " can't be written: make room or give yourself the right to.",
                1,
                unwritable);
    }

    private void forget() {
        try {
            Files.deleteIfExists(begun);
        } catch (IOException stays) {
            // It has a name of its own and is nobody's result.
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException unwritten) {
            // What wasn't put in place is forgotten.
        }
        forget();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // The hook is running.
        }
    }
}
