package io.vigie.standalone.model.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Parts of a request with {@code multipart/form-data} (RFC 7578); what is JSON or XML goes as a file. */
final class FormData {

    /** Random: no part can have it. */
    private final String boundary = "vigie-" + UUID.randomUUID();

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** One more part. */
    FormData with(String name, String type, byte[] content) {
        String file = type.startsWith("text/") ? "" : "; filename=\"" + name + "\"";
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\nContent-Type: "
                + type + "\r\n\r\n");
        parts.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        parts.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** With the boundary. */
    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** All parts and the end. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(parts.size() + 64);
        all.writeBytes(parts.toByteArray());
        all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }
}
