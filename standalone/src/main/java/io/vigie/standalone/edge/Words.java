package io.vigie.standalone.edge;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The words of our pages, in the reader's language as far as Vigie speaks it. */
final class Words {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Words() {}

    static ResourceBundle of(Request request) {
        return ResourceBundle.getBundle(
                "io.vigie.standalone.edge.words",
                language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Locale language(@Nullable String wanted) {
        if (wanted == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale spoken = Locale.lookup(LanguageRange.parse(wanted), SPOKEN);
            return spoken == null ? Locale.ENGLISH : spoken;
        } catch (IllegalArgumentException notAListOfLanguages) {
            return Locale.ENGLISH;
        }
    }
}
