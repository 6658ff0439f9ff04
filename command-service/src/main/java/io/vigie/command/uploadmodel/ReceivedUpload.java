package io.vigie.command.uploadmodel;

import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** An upload as it came in, of which no more is read than may be there. */
record ReceivedUpload(
        byte[] document,
        byte @Nullable [] reference,
        byte @Nullable [] card,
        @Nullable String note) {

    /** The most of a document, in bytes. */
    static final int LARGEST_DOCUMENT = 20_000_000;

    /** The most of each other part, in bytes. */
    static final int LARGEST_PART = 1_000_000;

    private static final int LARGEST_PART_HEADER = 2_048;
    private static final Map<String, Integer> PARTS =
            Map.of("model", LARGEST_DOCUMENT, "reference", LARGEST_PART, "card", LARGEST_PART, "note", LARGEST_PART);

    /** Reads the body: a document, or a form of named parts. */
    static ReceivedUpload of(HttpServletRequest request, @Nullable String note)
            throws IOException, HttpMediaTypeNotSupportedException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_XML));
        }
        return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type)
                ? form(parts(request), note)
                : new ReceivedUpload(read(request.getInputStream(), LARGEST_DOCUMENT), null, null, note);
    }

    private static ReceivedUpload form(Map<String, byte[]> parts, @Nullable String note) {
        byte[] document = parts.get("model");
        if (document == null) {
            throw malformed("The form has no part model.");
        }
        byte[] told = parts.get("note");
        if (told != null && note != null) {
            throw malformed("The note is given twice: in the address and in the form.");
        }
        return new ReceivedUpload(
                document, parts.get("reference"), parts.get("card"), told == null ? note : text(told));
    }

    private static Map<String, byte[]> parts(HttpServletRequest request) throws IOException {
        FileUpload form = new FileUpload();
        form.setPartHeaderSizeMax(LARGEST_PART_HEADER);
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            FileItemIterator items = form.getItemIterator(new ServletRequestContext(request));
            while (items.hasNext()) {
                FileItemStream item = items.next();
                Integer most = item.getFieldName() == null ? null : PARTS.get(item.getFieldName());
                if (most == null || parts.containsKey(item.getFieldName())) {
                    throw malformed("The form takes the parts model, reference, card and note, each once.");
                }
                try (InputStream content = item.openStream()) {
                    parts.put(item.getFieldName(), read(content, most));
                }
            }
        } catch (FileUploadException | MalformedStreamException broken) {
            throw malformed("The form isn't well-formed multipart/form-data, or ends too early.");
        }
        return parts;
    }

    private static byte[] read(InputStream stream, int most) throws IOException {
        byte[] content = stream.readNBytes(most + 1);
        if (content.length > most) {
            throw Rejected.tooLarge(
                            "too-large",
                            "Request too large",
                            most == LARGEST_DOCUMENT
                                    ? "A document may have 20,000,000 bytes: export a smaller model, with fewer or"
                                            + " shallower trees."
                                    : "Reference, card and note may have 1 MB each.")
                    .with("limit", most);
        }
        return content;
    }

    private static String text(byte[] part) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The note isn't UTF-8 text.");
        }
    }

    private static Rejected malformed(String detail) {
        return Rejected.malformed("malformed-form", "Malformed form", detail);
    }
}
