package io.vigie.standalone.edge;

import java.util.Locale;
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
        for (Locale locale : Request.getLocales(request)) {
            if (locale.getLanguage().equals("fr")) {
                return french;
            }
            if (locale.getLanguage().equals("en")) {
                return english;
            }
        }
        return english;
    }
}
