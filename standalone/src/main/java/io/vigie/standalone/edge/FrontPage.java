package io.vigie.standalone.edge;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /}: where to look, in the reader's language as far as Vigie speaks it. */
record FrontPage(FilePage english, FilePage french) implements OwnPages.Page {

    @Override
    public void answer(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT_LANGUAGE.asString());
        page(request).answer(request, response, callback);
    }

    private FilePage page(Request request) {
        String wanted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        if (wanted == null) {
            return english;
        }
        try {
            Locale spoken = Locale.lookup(LanguageRange.parse(wanted), List.of(Locale.ENGLISH, Locale.FRENCH));
            return Locale.FRENCH.equals(spoken) ? french : english;
        } catch (IllegalArgumentException notAListOfLanguages) {
            return english;
        }
    }
}
