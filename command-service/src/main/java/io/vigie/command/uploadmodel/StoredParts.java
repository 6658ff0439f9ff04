package io.vigie.command.uploadmodel;

import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The parts of an upload in files until it is closed, of which no more is taken than may be there. A body may come slowly:
 * meanwhile it takes room for what is there of it, and no memory.
 */
final class StoredParts implements AutoCloseable {

    private static final int LARGEST_PART_HEADER = 2_048;
    private static final int CHUNK = 65_536;
    private static final Map<String, Integer> PARTS = Map.of(
            "model", ReceivedUpload.LARGEST_DOCUMENT,
            "reference", ReceivedUpload.LARGEST_PART,
            "card", ReceivedUpload.LARGEST_PART,
            "note", ReceivedUpload.LARGEST_PART);

    private final StoredBytes bytes;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private int taken;

    private StoredParts(StoredBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes the body: a document, or a form of named parts.
     *
     * @param bytes that are left for all uploads
     * @throws Rejected 400 for a form that isn't one, 413 when it is too large, 503 when too much is coming in
     */
    static StoredParts of(HttpServletRequest request, StoredBytes bytes)
            throws IOException, HttpMediaTypeNotSupportedException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_XML));
        }
        StoredParts parts = new StoredParts(bytes);
        boolean whole = false;
        try {
            if (MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type)) {
                parts.storeForm(request);
            } else {
                parts.store("model", request.getInputStream());
            }
            whole = true;
            return parts;
        } finally {
            if (!whole) {
                parts.close();
            }
        }
    }

    private void storeForm(HttpServletRequest request) throws IOException {
        FileUpload form = new FileUpload();
        form.setPartHeaderSizeMax(LARGEST_PART_HEADER);
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        try {
            FileItemIterator items = form.getItemIterator(new ServletRequestContext(request));
            while (items.hasNext()) {
                FileItemStream item = items.next();
                if (item.getFieldName() == null
                        || !PARTS.containsKey(item.getFieldName())
                        || files.containsKey(item.getFieldName())) {
                    throw malformed("The form takes the parts model, reference, card and note, each once.");
                }
                try (InputStream content = item.openStream()) {
                    store(item.getFieldName(), content);
                }
            }
        } catch (FileUploadException | MalformedStreamException broken) {
            throw malformed("The form isn't well-formed multipart/form-data, or ends too early.");
        }
    }

    private void store(String part, InputStream content) throws IOException {
        Path file = Files.createTempFile("vigie-upload-", ".part");
        files.put(part, file);
        int left = PARTS.getOrDefault(part, 0);
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                left -= read;
                if (left < 0) {
                    throw tooLarge(part);
                }
                bytes.take(read);
                taken += read;
                out.write(chunk, 0, read);
            }
        }
    }

    /** The content of a part, null when it isn't there. */
    byte @Nullable [] read(String part) throws IOException {
        Path file = files.get(part);
        return file == null ? null : Files.readAllBytes(file);
    }

    private static Rejected tooLarge(String part) {
        return Rejected.tooLarge(
                        "too-large",
                        "Request too large",
                        part.equals("model")
                                ? "A document may have 20,000,000 bytes: export a smaller model, with fewer or"
                                        + " shallower trees."
                                : "Reference, card and note may have 1 MB each.")
                .with("limit", PARTS.getOrDefault(part, 0));
    }

    static Rejected malformed(String detail) {
        return Rejected.malformed("malformed-form", "Malformed form", detail);
    }

    @Override
    public void close() throws IOException {
        try {
            for (Path file : files.values()) {
                Files.deleteIfExists(file);
            }
        } finally {
            bytes.giveBack(taken);
            taken = 0;
        }
    }
}
