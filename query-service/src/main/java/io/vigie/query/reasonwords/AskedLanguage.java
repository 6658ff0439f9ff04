package io.vigie.query.reasonwords;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;

/** In which language somebody wants to be answered. */
public final class AskedLanguage {

    private AskedLanguage() {}

    /** The best of {@link ReasonWords#LANGUAGES} for the header {@code Accept-Language}; English without one, or a bad one. */
    public static Locale of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), ReasonWords.LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException notALanguage) {
            return Locale.ENGLISH;
        }
    }
}
