package io.vigie.command.importclients;

import io.vigie.web.Rejected;

/**
 * Watches a file pass by, byte by byte and in no memory: counts its rows and refuses a quote that stays open, by the
 * same rules by which the rows are read afterwards.
 */
final class FileShape {

    private static final int LONGEST_ROW = 64 * 1024;

    private long line = 1;
    private long rowLine = 1;
    private long rows;
    private int length;
    private boolean fieldStart = true;
    private boolean quotedField;
    private boolean inQuotes;
    private boolean afterCarriageReturn;

    void pass(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            pass(bytes[i]);
        }
    }

    /** How many rows there are below the header; throws a 422 if the file ends within quotes. */
    long rowsBelowHeader() {
        if (inQuotes) {
            throw tooLong();
        }
        return rows + (length > 0 ? 1 : 0) - 1;
    }

    private void pass(byte b) {
        boolean secondHalf = b == '\n' && afterCarriageReturn;
        afterCarriageReturn = b == '\r';
        if (secondHalf) {
            return;
        }
        if (b == '\n' || b == '\r') {
            line++;
            if (!inQuotes) {
                endRow();
                return;
            }
        } else if (b == '"' && (quotedField || fieldStart)) {
            quotedField = true;
            inQuotes = !inQuotes;
            fieldStart = false;
        } else if (b == ',' && !inQuotes) {
            fieldStart = true;
            quotedField = false;
        } else {
            fieldStart = false;
        }
        if (++length > LONGEST_ROW) {
            throw tooLong();
        }
    }

    private void endRow() {
        rows += length > 0 ? 1 : 0;
        length = 0;
        fieldStart = true;
        quotedField = false;
        rowLine = line;
    }

    private Rejected tooLong() {
        return Rejected.unprocessable(
                        "unclosed-quote",
                        "A row doesn't end",
                        "The row that starts in line " + rowLine + " has more than " + LONGEST_ROW
                                + " bytes or never ends; a quote is left open. Nothing of the file was applied.")
                .with("line", rowLine);
    }
}
