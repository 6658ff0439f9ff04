package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.10 | 192.0.2.10 | 192.0.2.11",
                "192.0.2.10 | ::ffff:192.0.2.10 | ::192.0.2.10",
                "10.1.0.0/16, 192.0.2.10 | 10.1.255.255 | 10.2.0.0",
                "10.1.0.0/16, 192.0.2.10 | 192.0.2.10 | 192.0.2.1",
                "2001:db8::/64 | 2001:db8::ffff | 2001:db8:0:1::",
                "2001:db8::1,::1 | 2001:db8::1 | 2001:db8::2"
            })
    void givenAddressesOrNetworks_whenSomebodyConnects_thenOnlyTheyAreProxiesAndLetIn(
            String text, String proxy, String other) throws UnknownHostException {
        TrustedProxies proxies = new TrustedProxies(text);

        assertThat(proxies.contains(from(proxy))).isTrue();
        assertThat(proxies.letIn(from(proxy))).isTrue();
        assertThat(proxies.contains(from(other))).isFalse();
        assertThat(proxies.letIn(from(other))).isFalse();
        assertThat(proxies.letIn(InetSocketAddress.createUnresolved(proxy, 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void givenOtherProxies_whenThisMachineAsks_thenLetInAndNotBelieved(String own) throws UnknownHostException {
        TrustedProxies proxies = new TrustedProxies("192.0.2.10");

        assertThat(proxies.letIn(from(own))).isTrue();
        assertThat(proxies.contains(from(own))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void givenNone_whenAnybodyConnects_thenLetInAndNotBelieved(String text) throws UnknownHostException {
        TrustedProxies proxies = new TrustedProxies(text);

        assertThat(proxies.isEmpty()).isTrue();
        assertThat(proxies.letIn(from("192.0.2.10"))).isTrue();
        assertThat(proxies.contains(from("192.0.2.10"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "localhost",
                "proxy.example",
                "dead.beef",
                "10.1",
                "10.1.0.0-10.2.0.0",
                "999.1.1.1",
                "10.0.0.0/0",
                "::/0",
                "0.0.0.0/0.0.0.0",
                "0.0.0.0/ 0",
                "0.0.0.0/0x",
                "::/0;",
                "10.0.0.1/8",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "1:2:3",
                "192.0.2.10,",
                ",",
                "192.0.2.10 192.0.2.11"
            })
    void givenWhatIsNeither_whenStarted_thenRefusedWithHow(String text) {
        assertThatThrownBy(() -> settings("vigie.edge.trusted-proxies", text))
                .isInstanceOf(EdgeRefusal.class)
                .hasMessageContaining("vigie.edge.trusted-proxies must be addresses or networks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", ""})
    void givenTheOldSetting_whenStarted_thenRefusedWithTheNewOne(String value) {
        assertThatThrownBy(() -> settings("vigie.edge.trusted-proxy", value))
                .isInstanceOf(EdgeRefusal.class)
                .hasMessageContainingAll("VIGIE_EDGE_TRUSTED_PROXY)", "VIGIE_EDGE_TRUSTED_PROXIES)");
    }

    @Test
    void givenNothing_whenStarted_thenThereIsNoProxy() {
        assertThat(settings("vigie.edge.port", "0").trustedProxies().isEmpty()).isTrue();
    }

    private static EdgeSettings settings(String name, String value) {
        return EdgeSettings.of(Map.of(name, value)::get);
    }

    private static SocketAddress from(String address) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), 1);
    }
}
