package io.vigie.standalone.output;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that tells how much of it was read. */
public final class CountedFile extends FilterInputStream {

    private final Progress progress;
    private final long size;
    private long read;

    private CountedFile(InputStream in, Progress progress, long size) {
        super(in);
        this.progress = progress;
        this.size = size;
    }

    /** From its beginning. */
    public static CountedFile open(Path file, Progress progress) throws IOException {
        return new CountedFile(Files.newInputStream(file), progress, Files.size(file));
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        progress.at(read, size);
    }
}
