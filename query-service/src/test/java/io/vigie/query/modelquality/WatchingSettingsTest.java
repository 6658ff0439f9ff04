package io.vigie.query.modelquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchingSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P365D", "P3650D"})
    void givenAHorizon_whenItIsPossible_thenItIsTaken(String horizon) {
        assertThat(new WatchingSettings(Duration.parse(horizon)).horizon()).isEqualTo(Duration.parse(horizon));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT23H", "PT0S", "P-1D", "P3651D"})
    void givenAHorizon_whenItIsNot_thenTheStartSaysWhatIs(String horizon) {
        assertThatThrownBy(() -> new WatchingSettings(Duration.parse(horizon)))
                .hasMessageContaining("vigie.watching.horizon takes from P1D to P3650D");
    }
}
