package io.vigie.access.requests;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What stands in the head of every answer that the rules decide about; the edge adds what only browsers heed, and the rest to
 * what was refused before.
 */
final class Headers {

    private Headers() {}

    /** Before anything is answered: to wait until the answer begins takes a wrapper around all that is written. */
    static HeaderWriterFilter ofEveryAnswer() {
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(new StaticHeadersWriter(List.of(
                new Header(HttpHeaders.CACHE_CONTROL, "no-store"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("X-Frame-Options", "DENY")))));
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }
}
