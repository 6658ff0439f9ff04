package io.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The toy on a port of its own, shared by all tests that extend this and change no setting. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vigie.web.body-limits[/big]=3MB")
@ExtendWith(OutputCaptureExtension.class)
abstract class RunningToy {

    @LocalServerPort
    private int port;

    /** The way to it. */
    Wire wire = new Wire(0);

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    /** Sees to it that the answer is a problem which tells nothing of what was sent or of what is inside. */
    static void assertProblem(String answer, int status) {
        assertThat(Wire.status(answer)).as(answer).isEqualTo(status);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertThat(head).contains("content-type: application/problem+json");
        assertThat(head).contains("cache-control: no-store").doesNotContain("\r\nserver:");
        assertThat(answer.substring(head.length()))
                .contains("\"type\":\"/problems/", "\"title\":\"", "\"detail\":\"", "\"status\":" + status)
                .contains("\"instance\":\"urn:vigie:request:")
                .doesNotContain("Tomcat")
                .doesNotContain("Exception")
                .doesNotContain("xyzzy");
    }
}
