package io.vigie.pmml;

import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Room in the heap for what a document becomes, looked for before anything is built of it. A JVM that ends with its
 * first OutOfMemoryError can't refuse a document by catching that.
 *
 * <p>What a document needs at most while it is read, built and tried is estimated from its bytes: 4.5 times its size, which
 * is what a single long text takes; 150 bytes for each element, as nodes of trees take; 750 for each in a table of rows, which
 * the evaluator keeps as it was read; and 8 MB. Measured with Java 17 and the serial collector on documents of 3 to 19 MB it is
 * a tenth to a third more than the least heap that will do.
 */
public final class Room {

    /** Documents that need less are loaded without a look. */
    private static final long SMALL = 16_000_000;

    private static final double BY_BYTE = 4.5;
    private static final long BY_ELEMENT = 150;
    private static final long BY_CELL = 750;
    private static final long AT_LEAST = 8_000_000;
    private static final long MEGABYTE = 1_000_000;

    /** An eighth of the heap is for everything else that goes on meanwhile. */
    private static final Room HEAP = new Room(() -> {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() / 8 * 7 - runtime.totalMemory() + runtime.freeMemory();
    });

    private final LongSupplier left;
    private long promised;

    /**
     * Of a heap.
     *
     * @param left bytes, garbage not counted as room
     */
    Room(LongSupplier left) {
        this.left = left;
    }

    /** There isn't enough of it now; another time there may be. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Missing(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Does the work if the heap has room for it, which is kept from others until it is done.
     *
     * @param bytes that it needs
     * @throws ModelRefused caused by {@link Missing} when it hasn't
     */
    public static <T> T with(long bytes, Supplier<T> work) {
        return HEAP.keep(bytes, work);
    }

    <T> T keep(long bytes, Supplier<T> work) {
        if (bytes < SMALL) {
            return work.get();
        }
        promise(bytes);
        try {
            return work.get();
        } finally {
            giveBack(bytes);
        }
    }

    private synchronized void promise(long bytes) {
        if (left.getAsLong() - promised < bytes) {
            // Most of what looks taken may be garbage.
            System.gc();
        }
        long now = left.getAsLong() - promised;
        if (now < bytes) {
            ModelRefused refused = new ModelRefused(
                    "PMML",
                    "it needs about " + bytes / MEGABYTE + " MB of memory, of which this process has "
                            + Math.max(0, now) / MEGABYTE + " MB left",
                    "Export a smaller model, or give the process more memory.");
            refused.initCause(new Missing("no room in the heap"));
            throw refused;
        }
        promised += bytes;
    }

    private synchronized void giveBack(long bytes) {
        promised -= bytes;
    }

    /** What a document needs, in bytes. */
    static long of(byte[] document) {
        long need = AT_LEAST + (long) (BY_BYTE * document.length);
        boolean table = false;
        for (int at = 0; at < document.length - 1; at++) {
            if (document[at] != '<') {
                continue;
            }
            boolean end = document[at + 1] == '/';
            if (isTable(document, end ? at + 2 : at + 1)) {
                table = !end;
            }
            need += end ? 0 : table ? BY_CELL : BY_ELEMENT;
        }
        return need;
    }

    /** Whether the name there is that of a table, with a prefix or without. */
    private static boolean isTable(byte[] document, int at) {
        String name = "InlineTable";
        int begin = at;
        for (int next = at; next < Math.min(document.length, at + 64); next++) {
            byte letter = document[next];
            if (letter == ':') {
                begin = next + 1;
            } else if (letter == '>' || letter == '/' || letter <= ' ') {
                return next - begin == name.length()
                        && new String(document, begin, next - begin, StandardCharsets.ISO_8859_1).equals(name);
            }
        }
        return false;
    }
}
