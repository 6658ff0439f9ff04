package io.vigie.command.importclients;

import java.io.InputStream;
import java.util.Arrays;

/** The content of a file as it was received, one chunk in memory at a time, without its byte order mark. */
final class ReceivedContent extends InputStream {

    private final Imports imports;
    private final String importId;
    private byte[] chunk = {};
    private int next;
    private int position;

    ReceivedContent(Imports imports, String importId) {
        this.imports = imports;
        this.importId = importId;
    }

    @Override
    public int read() {
        return refill() ? chunk[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!refill()) {
            return -1;
        }
        int copied = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, copied);
        position += copied;
        return copied;
    }

    private boolean refill() {
        while (position == chunk.length) {
            byte[] more = imports.content(importId, next).orElse(null);
            if (more == null) {
                return false;
            }
            chunk = more;
            position = next == 0 ? FileStart.bomLength(Arrays.copyOf(more, Math.min(more.length, 3))) : 0;
            next++;
        }
        return true;
    }
}
