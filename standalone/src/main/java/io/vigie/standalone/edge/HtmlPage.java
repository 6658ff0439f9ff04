package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A page of our own, with places for words. It has its style in itself, allowed by its hash, for nobody who isn't signed
 * in is given another file; and no script.
 */
final class HtmlPage {

    private static final String FOLDER = "/io/vigie/standalone/edge/";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z.-]+)}");

    private final String text;
    private final String policy;

    private HtmlPage(String text, String policy) {
        this.text = text;
        this.policy = policy;
    }

    /** @param name of a file beside this class */
    HtmlPage(String name) {
        String style = read("page.css");
        this.text = read(name).replace("${style}", style);
        this.policy = "default-src 'none'; style-src 'sha256-" + hash(style)
                + "'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** The page without what stands between two remarks of that name. */
    HtmlPage without(String name) {
        return new HtmlPage(text.replaceAll("(?s)<!--" + name + "-->.*?<!--/" + name + "-->\\n?", ""), policy);
    }

    /** @param said for places that aren't words; escaped as everything is */
    void write(int status, Map<String, String> said, Request request, Response response, Callback callback) {
        ResourceBundle words = Words.of(request);
        String filled = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(escaped(value(place.group(1), said, words))));
        response.getHeaders()
                .put("Content-Security-Policy", policy)
                // With no-referrer a browser would not say either which page a form was sent from.
                .put("Referrer-Policy", "same-origin")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.VARY, HttpHeader.ACCEPT_LANGUAGE.asString());
        if (status == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"vigie\"");
        }
        Answer.bytes(status, "text/html;charset=utf-8", filled.getBytes(StandardCharsets.UTF_8), response, callback);
    }

    private static String value(String place, Map<String, String> said, ResourceBundle words) {
        String value = said.get(place);
        return value == null ? words.getString(place) : value;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String name) {
        try (InputStream file = HtmlPage.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
