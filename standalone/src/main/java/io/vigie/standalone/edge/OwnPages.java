package io.vigie.standalone.edge;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The addresses that the edge answers by itself; all others go inside. */
final class OwnPages extends Handler.Wrapper {

    /** One address, for GET and HEAD. */
    interface Page {
        void answer(Request request, Response response, Callback callback);
    }

    private final Map<String, Page> pages;

    OwnPages(Map<String, Page> pages, Handler inside) {
        super(inside);
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Page page = pages.get(request.getHttpURI().getPath());
        if (page == null) {
            return super.handle(request, response, callback);
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            EdgeProblem.of(405).write(response, callback);
            return true;
        }
        page.answer(request, response, callback);
        return true;
    }
}
