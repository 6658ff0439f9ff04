package io.vigie.command.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1331 Keith Court Alyssahaven, DE 90114 | DE",
                "25271 Roy Expressway Suite 147 Brownport, FM 59852-6150 | FM",
                "1148 Tina Stravenue Apt. 978 South Carlos TX 21222 9221 | TX",
                "PSC 1234, Box 99, APO AE 09012 | AE",
                "USNS Vega, FPO AP 96662-1234 | AP",
                "Unit 7, DPO AA 34002 | AA",
                "12 Calle Sol, San Juan, PR 00901 | PR",
                "1 Hill NW, Washington, DC 20500, USA | DC",
                "AL 12345 Street, Juneau, AK 99801 | AK",
                "9 High St, London SW1A 1AA | -",
                "Rue X, ZZ 12345 | -",
                "Somewhere, TX | -",
                "Somewhere, TX 1234 | -",
                "Somewhere, TX 123456 | -",
                "ÉTX 12345 | -",
                "Somewhere tx 12345 | -",
                "'' | -",
            })
    void givenAddress_whenAskedForItsState_thenTheLastKnownCodeBeforeAZip(String address, String code) {
        assertThat(StateCode.in(address).orElse(null)).isEqualTo(code);
    }
}
