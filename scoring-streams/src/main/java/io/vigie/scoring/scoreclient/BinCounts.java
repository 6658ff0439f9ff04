package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of bins by field, kept as the bytes that stand in the store: a number of the format, then for each field its name, and for
 * each of its bins the field's place, the bin and a long.
 */
final class BinCounts {

    private static final byte FORMAT = 1;
    private static final byte FIELD = 0;
    private static final VarHandle COUNT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Map<String, Field> fields = new HashMap<>();
    private byte[] bytes;

    private record Field(byte number, Map<String, Integer> places) {}

    BinCounts() {
        bytes = new byte[] {FORMAT};
    }

    /** As {@link #bytes} gave them. */
    BinCounts(byte[] stored) {
        if (stored[0] != FORMAT) {
            throw new IllegalStateException("The counts in the state store are of format " + stored[0]
                    + ", this build reads " + FORMAT + ": run the build that wrote them, or reset the application.");
        }
        bytes = stored.clone();
        ByteBuffer in = ByteBuffer.wrap(bytes).position(1);
        List<Field> inOrder = new ArrayList<>();
        while (in.hasRemaining()) {
            byte kind = in.get();
            byte[] name = new byte[Byte.toUnsignedInt(in.get())];
            in.get(name);
            String text = new String(name, UTF_8);
            if (kind == FIELD) {
                inOrder.add(next(text));
            } else {
                inOrder.get(kind - 1).places().put(text, in.position());
                in.getLong();
            }
        }
    }

    /** So many more. */
    void add(String fieldName, String bin, long more) {
        Field field = fields.get(fieldName);
        if (field == null) {
            append(FIELD, fieldName, 0);
            field = next(fieldName);
        }
        Integer place = field.places().get(bin);
        if (place == null) {
            place = append(field.number(), bin, Long.BYTES);
            field.places().put(bin, place);
        }
        COUNT.set(bytes, (int) place, (long) COUNT.get(bytes, (int) place) + more);
    }

    private Field next(String name) {
        Field field = new Field((byte) (fields.size() + 1), new HashMap<>());
        fields.put(name, field);
        return field;
    }

    private int append(byte kind, String name, int room) {
        byte[] text = name.getBytes(UTF_8);
        int end = bytes.length;
        bytes = Arrays.copyOf(bytes, end + 2 + text.length + room);
        ByteBuffer.wrap(bytes).position(end).put(kind).put((byte) text.length).put(text);
        return bytes.length - room;
    }

    void addAll(BinCounts more) {
        more.byField().forEach((field, bins) -> bins.forEach((bin, count) -> add(field, bin, count)));
    }

    /** What to put into the store. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** The counts of each bin by field. */
    Map<String, SortedMap<String, Long>> byField() {
        Map<String, SortedMap<String, Long>> counts = new TreeMap<>();
        fields.forEach((name, field) -> {
            SortedMap<String, Long> bins = new TreeMap<>();
            field.places().forEach((bin, place) -> bins.put(bin, (long) COUNT.get(bytes, (int) place)));
            counts.put(name, bins);
        });
        return counts;
    }
}
