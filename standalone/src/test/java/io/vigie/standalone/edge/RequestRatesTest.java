package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often one address may ask, as a proxy tells addresses. */
class RequestRatesTest {

    /** Two at once, and one more in each second. */
    private static final Limits SLOW =
            new Limits(1, 4, 512, 2_048, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), 1_024);

    private final EdgeRig rig = new EdgeRig(Map.of("vigie.edge.trusted-proxies", "127.0.0.1"), SLOW);

    RequestRatesTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void givenTooManyRequests_whenSent_then429AndWhenAndOthersAreServed() throws Exception {
        HttpResponse<String> answer = untilRefused("192.0.2.%d", 1);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("/problems/too-many-requests");
        assertThat(from("192.0.2.2").statusCode()).isEqualTo(200);
    }

    @Test
    void givenAddressesOfOneNetworkOfIpv6_whenEachAsksOnce_thenTheyAreCountedAsOne() throws Exception {
        assertThat(untilRefused("2001:db8:0:1::%x", 60).statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:0:2::1").statusCode()).isEqualTo(200);
    }

    @Test
    void givenMoreAddressesThanAreCounted_whenAnotherAsks_thenItIsServedLikeThem() throws Exception {
        for (int i = 1; i <= 3 * SLOW.addresses(); i++) {
            assertThat(from("192.0.2." + i).statusCode()).isEqualTo(200);
        }
        assertThat(untilRefused("198.51.100.%d", 1).statusCode()).isEqualTo(429);
    }

    @Test
    void givenAnAddressThatAskedTooMuch_whenMoreAskThanAreCounted_thenItIsForgotten() throws Exception {
        assertThat(untilRefused("192.0.2.%d", 1).statusCode()).isEqualTo(429);
        for (int i = 0; i < SLOW.addresses(); i++) {
            from("198.51.100." + i);
        }

        assertThat(from("192.0.2.1").statusCode()).isEqualTo(200);
    }

    /** Asks as often as could be needed, in turn from so many addresses. */
    private HttpResponse<String> untilRefused(String address, int addresses) throws Exception {
        HttpResponse<String> answer = from(address.formatted(1));
        for (int i = 1; i < 60 && answer.statusCode() == 200; i++) {
            answer = from(address.formatted(1 + i % addresses));
        }
        return answer;
    }

    private HttpResponse<String> from(String address) throws Exception {
        return rig.send("GET", "/api/clients", "X-Forwarded-For", address);
    }
}
