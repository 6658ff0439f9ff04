package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BehindProxyTest {

    @Test
    void givenADeclaredProxy_whenItForwards_thenOnlyWhatItSawItselfIsBelieved() throws Exception {
        try (EdgeRig rig = new EdgeRig(Map.of("vigie.edge.trusted-proxy", "true"))) {
            String answer = rig.wire.get(
                    "/api/clients",
                    "X-Forwarded-For: 6.6.6.6, 192.0.2.7",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: evil.example");

            assertThat(answer)
                    .contains("X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https")
                    .contains("Strict-Transport-Security: max-age=31536000")
                    .doesNotContain("6.6.6.6", "evil.example");
            assertThat(rig.wire.get("/api/clients", "X-Forwarded-For: <6.6.6.6>"))
                    .contains("X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http\r\n");
        }
    }
}
