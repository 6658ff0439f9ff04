package io.vigie.command.uploadmodel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An upload as it came in, in memory. */
record ReceivedUpload(
        byte[] document,
        byte @Nullable [] reference,
        byte @Nullable [] card,
        @Nullable String note) {

    /** The most of a document, in bytes. */
    static final int LARGEST_DOCUMENT = 20_000_000;

    /** The most of each other part, in bytes. */
    static final int LARGEST_PART = 1_000_000;

    /**
     * Reads what was stored.
     *
     * @param note of the address
     * @throws io.vigie.web.Rejected 400 when there is no document, or there are two notes
     */
    static ReceivedUpload of(StoredParts parts, @Nullable String note) throws IOException {
        byte[] document = parts.read("model");
        if (document == null) {
            throw StoredParts.malformed("The form has no part model.");
        }
        byte[] told = parts.read("note");
        if (told != null && note != null) {
            throw StoredParts.malformed("The note is given twice: in the address and in the form.");
        }
        return new ReceivedUpload(
                document, parts.read("reference"), parts.read("card"), told == null ? note : text(told));
    }

    private static String text(byte[] part) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part))
                    .toString();
        } catch (CharacterCodingException e) {
            throw StoredParts.malformed("The note isn't UTF-8 text.");
        }
    }
}
