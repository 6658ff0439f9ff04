package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service after its first start, and its administrator in a browser. */
abstract class FirstStarted {

    private static final SetClock CLOCK = AccessIT.CLOCK;
    private static final Properties CREDENTIALS = new Properties();

    private static RunningToy toy;
    static Asker asker;
    static String[] admin = {};

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        AccessSettings.Database database = TestDatabase.empty();
        Path file = folder.resolve("credentials");
        toy = RunningToy.on(database, "--vigie.access.credentials=" + file);
        asker = toy.asker();
        try (Reader text = Files.newBufferedReader(file)) {
            CREDENTIALS.load(text);
        }
        admin = signIn("admin", CREDENTIALS.getProperty("password", ""));
    }

    /** The headers of a browser in which somebody signed in. */
    static String[] signIn(String account, String password) {
        Answer answer = asker.send(
                "POST", "/api/sign-in", "{\"accountId\":\"" + account + "\",\"password\":\"" + password + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new String[] {
            "Cookie",
            answer.header("Set-Cookie").replaceFirst(";.*", ""),
            "X-CSRF-Token",
            json(answer).path("csrfToken").asString()
        };
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    static String token(String role) {
        return "{\"name\":\"x\",\"role\":\"" + role + "\",\"endsAt\":\"" + in(Duration.ofDays(1)) + "\"}";
    }

    static Answer add(String json) {
        return asker.send("POST", "/api/accounts", json, admin);
    }

    static Answer make(String json) {
        return asker.send("POST", "/api/tokens", json, admin);
    }

    static String first(String role) {
        return CREDENTIALS.getProperty("token." + role, "");
    }

    static String[] as(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    static Instant in(Duration time) {
        return CLOCK.instant().plus(time);
    }

    static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
