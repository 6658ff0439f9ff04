package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the edge may be reached from other machines. */
class ElsewhereTest {

    private static final Map<String, String> PROXY = Map.of("vigie.edge.trusted-proxies", "192.0.2.10");

    private final Upstream commands = new Upstream("commands");
    private final String commandService = commands.address().toString();

    ElsewhereTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        commands.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void givenLoopback_whenStarted_thenNothingIsAsked(String address) throws Exception {
        commands.close();
        assertThatCode(() -> check(address, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void givenAnotherAddress_whenStartedWithoutTls_thenRefusedWithHow(String address) {
        assertThatThrownBy(() -> check(address, Map.of()))
                .isInstanceOf(EdgeRefusal.class)
                .hasMessageContainingAll(
                        address, "VIGIE_EDGE_TLS_CERTIFICATE", "VIGIE_EDGE_TLS_KEY", "VIGIE_EDGE_TRUSTED_PROXIES");
    }

    @Test
    void givenTheGeneratedPassword_whenOthersCouldReachIt_thenRefusedWithHow() throws Exception {
        commands.passwordChanged = false;
        Map<String, String> tls = Map.of("vigie.edge.tls.certificate", "c.pem", "vigie.edge.tls.key", "k.pem");

        assertThatThrownBy(() -> check("0.0.0.0", tls))
                .isInstanceOf(EdgeRefusal.class)
                .hasMessageContaining("change the password");
        assertThatThrownBy(() -> check("0.0.0.0", PROXY)).isInstanceOf(EdgeRefusal.class);
        assertThatThrownBy(() -> check("127.0.0.1", PROXY)).isInstanceOf(EdgeRefusal.class);

        commands.passwordChanged = true;
        assertThatCode(() -> check("0.0.0.0", tls)).doesNotThrowAnyException();
        assertThatCode(() -> check("0.0.0.0", PROXY)).doesNotThrowAnyException();
    }

    @Test
    void givenNobodyWhoKnowsThePassword_whenOthersCouldReachIt_thenRefused() throws Exception {
        commands.close();

        assertThatThrownBy(() -> check("0.0.0.0", PROXY))
                .isInstanceOf(EdgeRefusal.class)
                .hasMessageContaining("command-service");
    }

    @Test
    void givenAnotherToken_whenOthersCouldReachIt_thenRefused() throws Exception {
        commands.passwordChanged = true;

        assertThatThrownBy(() -> check(
                        "0.0.0.0", Map.of("vigie.edge.trusted-proxies", "::1", "vigie.edge.operator-token", "another")))
                .isInstanceOf(EdgeRefusal.class)
                .hasMessageContaining("VIGIE_EDGE_OPERATOR_TOKEN");
    }

    @Test
    void givenAContainerPublishedOnLoopback_whenItSaysSo_thenNothingIsAsked() {
        assertThatCode(() -> check("0.0.0.0", Map.of("vigie.edge.published-on-loopback", "true")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("0.0.0.0", Map.of("vigie.edge.published-on-loopback", "yes")))
                .isInstanceOf(EdgeRefusal.class);
    }

    @Test
    void givenARefusal_whenTheEdgeStarts_thenOneSentenceAndOne() throws Exception {
        Process edge = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dvigie.edge.address=0.0.0.0",
                        "-Dvigie.edge.port=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Edge.class.getName())
                .start();

        assertThat(new String(edge.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("the edge doesn't listen on 0.0.0.0");
        assertThat(edge.waitFor()).isEqualTo(1);
    }

    private void check(String address, Map<String, String> more) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("vigie.edge.address", address);
        settings.put("vigie.edge.command-service", commandService);
        settings.putIfAbsent("vigie.edge.operator-token", Upstream.OPERATOR);
        new Elsewhere(EdgeSettings.of(settings::get), Duration.ZERO).check();
    }
}
