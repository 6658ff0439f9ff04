package io.vigie.standalone.edge;

import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads the few fields that a page of ours has. */
final class FormBody {

    private static final int LARGEST = 8 * 1024;
    private static final int MOST_FIELDS = 8;

    private FormBody() {}

    /** Goes on with the fields, or refuses what isn't such a form. */
    static void read(Request request, Response response, Callback callback, Consumer<Fields> then) {
        Charset charset = FormFields.getFormEncodedCharset(request);
        if (charset == null) {
            EdgeProblem.of(415).write(response, callback);
        } else if (request.getLength() > LARGEST) {
            EdgeProblem.of(413).write(response, callback);
        } else {
            FormFields.onFields(
                    request,
                    charset,
                    MOST_FIELDS,
                    LARGEST,
                    Promise.Invocable.from(Invocable.InvocationType.BLOCKING, (fields, failure) -> {
                        if (failure == null) {
                            then.accept(fields);
                        } else {
                            EdgeProblem.of(400).write(response, callback);
                        }
                    }));
        }
    }

    /** Empty when there is no such field. */
    static String field(Fields fields, String name) {
        String value = fields.getValue(name);
        return value == null ? "" : value;
    }
}
