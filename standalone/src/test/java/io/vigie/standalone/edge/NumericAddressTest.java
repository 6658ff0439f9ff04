package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "0.0.0.0,0.0.0.0",
        "255.255.255.255,255.255.255.255",
        "2001:DB8::1,2001:db8:0:0:0:0:0:1",
        "::,0:0:0:0:0:0:0:0",
        "::ffff:192.0.2.1,192.0.2.1",
        "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8"
    })
    void givenNumbers_whenRead_thenTheAddress(String text, String address) {
        assertThat(NumericAddress.read(text))
                .hasValueSatisfying(read -> assertThat(read.getHostAddress()).isEqualTo(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "dead.beef",
                "10.1",
                "1",
                "256.1.1.1",
                "01.1.1.1",
                "1.1.1.1.",
                "1.1.1.1:80",
                "[::1]",
                "::1%lo",
                "1:2:3",
                ":::",
                ":",
                "12345::",
                "::1 ",
                "g::1",
                "1.1.1.1\n"
            })
    void givenAnythingElse_whenRead_thenNothing(String text) {
        assertThat(NumericAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1,true",
        "192.0.2.1,192.0.2.2,false",
        "192.0.2.1,::ffff:192.0.2.1,true",
        "2001:db8:0:1::1,2001:db8:0:1:ffff::,true",
        "2001:db8:0:1::1,2001:db8:0:2::1,false"
    })
    void givenTwoAddresses_whenCounted_thenOfOneNetworkAsOne(String one, String other, boolean same) {
        assertThat(counted(one).equals(counted(other))).isEqualTo(same);
    }

    private static String counted(String address) {
        return NumericAddress.counted(
                new InetSocketAddress(NumericAddress.read(address).orElseThrow(), 1));
    }
}
