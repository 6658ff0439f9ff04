package io.vigie.command.importclients;

import io.vigie.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the first bytes tell: that it is UTF-8 text at all, and the header. */
final class FileStart {

    /** How many bytes are looked at; a header must fit in. */
    static final int LENGTH = 64 * 1024;

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private FileStart() {}

    /** The header, or a 422 that says what kind of file this is. */
    static Header header(byte[] start) {
        if (startsWith(start, 0x1F, 0x8B) || startsWith(start, 'P', 'K', 3, 4)) {
            throw notCsv("It is compressed; unpack it first.");
        }
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) || hasNulBeforeLineEnd(start)) {
            throw notCsv("It looks like UTF-16; save it as UTF-8.");
        }
        int from = bomLength(start);
        String text = new String(start, from, start.length - from, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw notCsv("It is empty.");
        }
        return Header.of(CsvRecords.first(text).orElse(List.of()));
    }

    static int bomLength(byte[] start) {
        return startsWith(start, BOM[0] & 0xFF, BOM[1] & 0xFF, BOM[2] & 0xFF) ? BOM.length : 0;
    }

    private static Rejected notCsv(String what) {
        return Rejected.unprocessable("not-csv", "Not a CSV file", "The file can't be read as CSV in UTF-8. " + what);
    }

    private static boolean hasNulBeforeLineEnd(byte[] start) {
        for (byte b : start) {
            if (b == '\n') {
                return false;
            }
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
