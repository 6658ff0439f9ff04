package io.vigie.query.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * The headers of an answer about an aggregate. Its ETag is the version that commands take in {@code If-Match}; it is no
 * name of the answer's content, which changes without the version (risk, years, load). So nobody may keep the answer,
 * and no read is answered by 304: the headers are set here and the body is returned bare, because Spring compares {@code
 * If-None-Match} with the ETag of every {@code ResponseEntity}.
 */
public final class Versioned {

    private Versioned() {}

    /** Says which version the answer shows. */
    public static void head(HttpServletResponse response, long version) {
        response.setHeader(HttpHeaders.ETAG, "\"" + version + "\"");
        response.setHeader("X-Applied-Version", Long.toString(version));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
