package io.vigie.query.deadletters;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vigie.query.projection.HeaderText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in full.
 *
 * @param value of the record, null for none
 * @param encoding of the value: {@code text}, or {@code base64} where the bytes are no UTF-8
 * @param headers of the dead letter, the original ones among them
 */
record ShownDeadLetter(
        @JsonUnwrapped ListedDeadLetter letter,
        @Nullable String value,
        @Nullable String encoding,
        List<Header> headers) {

    /** A header; its value as text. */
    record Header(String name, @Nullable String value) {}

    static ShownDeadLetter of(DeadLetterCard card) {
        String text = text(card.recordValue);
        return new ShownDeadLetter(
                ListedDeadLetter.of(card),
                card.recordValue == null || text != null
                        ? text
                        : Base64.getEncoder().encodeToString(card.recordValue),
                card.recordValue == null ? null : text != null ? "text" : "base64",
                StreamSupport.stream(HeaderText.read(card.recordHeaders).spliterator(), false)
                        .map(header -> new Header(header.key(), lenient(header.value())))
                        .toList());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    private static @Nullable String lenient(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
