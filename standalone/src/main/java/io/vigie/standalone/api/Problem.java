package io.vigie.standalone.api;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.output.Terminal;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** The system said no; its reason is what is shown, with the remedy where it knows one. */
public final class Problem extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final transient JsonNode body;

    private Problem(int status, String slug, String sentence, JsonNode body) {
        super(sentence);
        this.status = status;
        this.slug = slug;
        this.body = body;
    }

    static Problem of(int status, JsonNode body) {
        String type = body.path("type").asString("");
        StringJoiner sentence = new StringJoiner(" ");
        sentence.add(body.path("detail").asString("The system answered " + status + "."));
        for (JsonNode error : body.path("errors")) {
            sentence.add("[" + error.path("field").asString("") + ": "
                    + error.path("message").asString("") + "]");
        }
        for (String more : new String[] {"reason", "remedy"}) {
            String told = body.path(more).asString("");
            if (!told.isEmpty()) {
                sentence.add(told);
            }
        }
        return new Problem(status, type.substring(type.lastIndexOf('/') + 1), Terminal.safe(sentence.toString()), body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The last part of the problem's type. */
    public String slug() {
        return slug;
    }

    /** More that it tells, fit to be printed; empty when it doesn't. */
    public String told(String member) {
        return Terminal.safe(body.path(member).asString(""));
    }
}
