package io.vigie.query.evaluatemodel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A body that is here as a whole, until it is closed. */
final class Sent implements AutoCloseable {

    private final byte[] small;
    private final @Nullable Path file;
    private final Runnable gone;

    private Sent(byte[] small, @Nullable Path file, Runnable gone) {
        this.small = small;
        this.file = file;
        this.gone = gone;
    }

    static Sent small(byte[] all) {
        return new Sent(all, null, () -> {});
    }

    /** @param gone runs when the file is no more */
    static Sent onDisk(Path file, Runnable gone) {
        return new Sent(new byte[0], file, gone);
    }

    boolean isSmall() {
        return file == null;
    }

    long size() throws IOException {
        return file == null ? small.length : Files.size(file);
    }

    byte[] bytes() throws IOException {
        return file == null ? small : Files.readAllBytes(file);
    }

    /** From its beginning, as often as one likes. */
    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(small) : Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } finally {
            gone.run();
        }
    }
}
