package io.vigie.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void givenTwoAddressesOfOneSubscriber_whenCounted_thenTogether() {
        assertThat(Address.network("2001:db8:1:2::7"))
                .isEqualTo(Address.network("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Address.network("2001:db8:1:3::7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "not-an-address",
                "g:1",
                "x.example:80",
                "[2001:db8::1]:80",
                "2001:db8::1::2",
                ":",
                ""
            })
    void givenWhatIsNoAddressOfIpv6_whenCounted_thenAsItIs(String address) {
        assertThat(Address.network(address)).isEqualTo(address);
    }
}
