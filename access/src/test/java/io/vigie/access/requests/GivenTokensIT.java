package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.tokens.SecretText;
import io.vigie.web.StartRefused;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTokensIT {

    private static final String TOKEN = SecretText.TOKEN.random();

    @Test
    void givenNoDatabase_whenAskedWithATokenOfTheSettings_thenAnOperatorAndNobodyElse() {
        String hash = HexFormat.of().formatHex(SecretText.hash(TOKEN));
        try (RunningToy toy = RunningToy.with("--vigie.access.operators=" + hash)) {
            Asker asker = toy.asker();

            assertThat(asker.ask("GET", "/actuator/metrics", "Authorization", "Bearer " + TOKEN)
                            .status())
                    .isEqualTo(200);
            asker.ask("GET", "/api/clients", "Authorization", "Bearer " + TOKEN).isProblem(403, "forbidden");
            assertThat(asker.ask("GET", "/actuator/health").status()).isEqualTo(200);
            asker.ask("GET", "/actuator/metrics").isProblem(401, "not-signed-in");
            asker.ask("GET", "/actuator/metrics", "Authorization", "Bearer " + SecretText.TOKEN.random())
                    .isProblem(401, "bad-token");
            asker.ask("GET", "/actuator/metrics", "Authorization", "Bearer " + hash)
                    .isProblem(401, "bad-token");
            asker.ask("GET", "/actuator/metrics", "Cookie", "vigie-session=" + SecretText.SESSION.random())
                    .isProblem(401, "not-signed-in");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--vigie.access.operators=abc", "--vigie.access.operators=vigie_x"})
    void givenNobodyToLetIn_whenStarted_thenRefused(String setting) {
        assertThatThrownBy(() -> RunningToy.with(setting.isEmpty() ? "--spring.main.banner-mode=off" : setting)
                        .close())
                .hasRootCauseInstanceOf(StartRefused.class);
    }
}
