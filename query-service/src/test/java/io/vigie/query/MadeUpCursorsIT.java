package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest in a cursor is no secret, so anybody can make one up. */
class MadeUpCursorsIT extends RunningService {

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "[\"x\"]", "[\"1\",\"2\"]", "[\"-1\"]", "{}", "nonsense", "7"})
    void givenAMadeUpCursor_whenAsked_then400(String keys) throws Exception {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        http.until("/api/clients/" + id, json -> true);
        for (String[] asked : new String[][] {
            {"/api/clients/" + id + "/events", "[\"events\",\"" + id + "\"]"},
            {"/api/clients/" + id + "/scores", "[\"scores\",\"" + id + "\"]"},
            {"/api/clients", "[]"},
            {"/api/dead-letters", "[\"dead-letters\",\"null\",\"null\"]"},
        }) {
            assertThat(http.get(asked[0] + "?cursor=" + madeUp(asked[1], keys)).status())
                    .as(asked[0])
                    .isEqualTo(400);
        }
        assertThat(http.get("/api/clients/" + id + "/events?cursor=" + madeUp("[\"events\",\"" + id + "\"]", "[\"1\"]"))
                        .status())
                .as("made as the service makes it")
                .isEqualTo(200);
    }

    private static String madeUp(String question, String keys) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(question.getBytes(StandardCharsets.UTF_8));
        byte[] text = keys.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(sha.digest(text), 12 + text.length);
        System.arraycopy(text, 0, token, 12, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @Test
    void givenAMadeUpCursorOfManagers_whenAsked_then400() throws Exception {
        for (String keys : new String[] {"[]", "[null]", "[\"a\",\"b\"]", "{}", "7"}) {
            assertThat(http.get("/api/account-managers?cursor=" + madeUp("[\"account-managers\"]", keys))
                            .status())
                    .as(keys)
                    .isEqualTo(400);
        }
    }
}
