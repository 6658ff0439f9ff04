package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** What a browser has after somebody signed in. */
record Browser(Asker asker, String cookie, String csrfToken) {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** Tries to sign in, from an address of its own unless one is given: attempts are counted. */
    static Answer signIn(Asker asker, String account, String password, String... headers) {
        return asker.send(
                "POST",
                "/api/sign-in",
                "{\"accountId\":\"" + account + "\",\"password\":\"" + password + "\"}",
                headers.length == 0 ? from() : headers);
    }

    /** An address that nobody came from. */
    static String[] from() {
        int number = ADDRESSES.incrementAndGet();
        return new String[] {"X-Forwarded-For", "192.0." + number / 250 + "." + number % 250};
    }

    /** The one that got that answer. */
    static Browser of(Asker asker, Answer signedIn) {
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
        return new Browser(
                asker,
                signedIn.header("Set-Cookie").replaceFirst("vigie_session=([^;]*).*", "$1"),
                JsonMapper.shared().readTree(signedIn.body()).path("csrfToken").asString());
    }

    Answer get(String path) {
        return at(asker, path);
    }

    /** As {@link #get}, of another instance. */
    Answer at(Asker other, String path) {
        return other.ask("GET", path, "Cookie", "theme=dark; vigie_session=" + cookie);
    }

    Answer post(String path, String token) {
        return asker.send("POST", path, "{}", "Cookie", "vigie_session=" + cookie, "X-CSRF-Token", token);
    }

    Answer put(String path, String json) {
        return asker.send("PUT", path, json, headers());
    }

    String[] headers() {
        return new String[] {"Cookie", "vigie_session=" + cookie, "X-CSRF-Token", csrfToken};
    }
}
