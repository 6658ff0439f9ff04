package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/** An answer as it came over the wire. */
record Answer(String text) {

    int status() {
        return Integer.parseInt(text.split(" ", 3)[1]);
    }

    String header(String name) {
        return headers(name).stream().findFirst().orElse("");
    }

    List<String> headers(String name) {
        return head().lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    String body() {
        return text.substring(Math.min(text.length(), head().length() + 4));
    }

    void isProblem(int status) {
        assertThat(status()).as(text).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(header("Cache-Control")).contains("no-store");
        assertThat(body())
                .contains("\"detail\":\"", "\"title\":\"", "\"status\":" + status)
                .doesNotContain("Exception", "springframework", "Tomcat");
    }

    void isProblem(int status, String type) {
        isProblem(status);
        assertThat(body()).contains("\"type\":\"/problems/" + type + "\"");
    }

    /** A problem with which nobody gets a session. */
    void letsNobodyIn(int status, String type) {
        isProblem(status, type);
        assertThat(headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("vigie_session=vigie"));
    }

    private String head() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }
}
