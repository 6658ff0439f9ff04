package io.vigie.access.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser that goes to the provider and comes back: it keeps cookies, and sends them from another site only if lax. */
final class Traveller {

    private final Asker asker;
    private final String from = Browser.from()[1];
    private final Map<String, String> strict = new TreeMap<>();
    private final Map<String, String> lax = new TreeMap<>();

    Traveller(Asker asker) {
        this.asker = asker;
    }

    /** Asks for a page as a link of our own does. */
    Answer open(String path, String... headers) {
        return ask("GET", path, true, headers);
    }

    /** Asks for a page as the provider's answer makes a browser do. */
    Answer comeBack(URI address) {
        return ask("GET", address.getRawPath() + "?" + address.getRawQuery(), false);
    }

    /** Where the provider sends it on to. */
    static URI goTo(Answer sentThere) {
        try {
            HttpURLConnection there = (HttpURLConnection)
                    URI.create(sentThere.header("Location")).toURL().openConnection();
            there.setInstanceFollowRedirects(false);
            return URI.create(String.valueOf(there.getHeaderField("Location")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There and back. */
    Answer signIn(String next) {
        return comeBack(goTo(open("/api/sign-in/provider?next=" + next)));
    }

    Answer ask(String method, String path, boolean own, String... headers) {
        Map<String, String> sent = new TreeMap<>(lax);
        if (own) {
            sent.putAll(strict);
        }
        String[] all = new String[headers.length + 6];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "X-Forwarded-For";
        all[headers.length + 1] = from;
        all[headers.length + 2] = "X-Forwarded-Host";
        all[headers.length + 3] = "localhost:8080";
        all[headers.length + 4] = "Cookie";
        all[headers.length + 5] = sent.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        Answer answer = asker.ask(method, path, all);
        answer.headers("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String name = cookie.substring(0, cookie.indexOf('='));
        strict.remove(name);
        lax.remove(name);
        if (!cookie.contains("Max-Age=0")) {
            (cookie.contains("SameSite=Strict") ? strict : lax)
                    .put(name, cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
        }
    }

    /** What it has under that name; empty for nothing. */
    String cookie(String name) {
        return strict.getOrDefault(name, lax.getOrDefault(name, ""));
    }

    /** As somebody may who sits at it. */
    void keep(String name, String value) {
        lax.put(name, value);
    }

    /** The same one, asking another instance. */
    Traveller at(Asker other) {
        Traveller same = new Traveller(other);
        same.strict.putAll(strict);
        same.lax.putAll(lax);
        return same;
    }
}
