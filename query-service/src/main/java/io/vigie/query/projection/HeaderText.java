package io.vigie.query.projection;

import io.vigie.query.platform.Wire;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Record headers in a text column, bytes and order kept. */
public final class HeaderText {

    private HeaderText() {}

    /** As text. */
    public static String write(Headers headers) {
        List<String> flat = new ArrayList<>();
        for (Header header : headers) {
            byte[] value = header.value();
            flat.add(header.key());
            flat.add(value == null ? "" : "=" + Base64.getEncoder().encodeToString(value));
        }
        return Wire.text(flat);
    }

    /** The same again. */
    public static Headers read(String text) {
        String[] flat = Wire.parse(text, String[].class);
        RecordHeaders headers = new RecordHeaders();
        for (int i = 0; i < flat.length; i += 2) {
            headers.add(
                    flat[i], flat[i + 1].isEmpty() ? null : Base64.getDecoder().decode(flat[i + 1].substring(1)));
        }
        return headers;
    }
}
