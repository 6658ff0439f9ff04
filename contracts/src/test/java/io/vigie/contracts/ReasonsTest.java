package io.vigie.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.Reasons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void givenShares_whenTold_thenTheLargestThreeByNameAndTheRestInOneSumWithTheAccountManagers() {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("Age", 0.01);
        shares.put("Account_Manager", 0.5);
        shares.put("Years", -0.2);
        shares.put("Num_Sites", 0.3);
        shares.put("Total_Purchase", 0.02);
        shares.put("Region", 0.0);

        Reasons reasons =
                Reasons.of(shares, Map.of("Age", 44.0, "Years", 6.0, "Num_Sites", 12.0, "Total_Purchase", 9.0));

        assertThat(reasons.listed())
                .containsExactly(
                        new Reason("Num_Sites", 12, 0.3),
                        new Reason("Years", 6, -0.2),
                        new Reason("Total_Purchase", 9, 0.02));
        assertThat(reasons.other()).isCloseTo(0.51, within(1e-12));
    }

    @Test
    void givenNoShares_whenTold_thenNothingIsListed() {
        assertThat(Reasons.of(Map.of("Age", 0.0), Map.of("Age", 1.0))).isEqualTo(new Reasons(List.of(), 0));
    }
}
