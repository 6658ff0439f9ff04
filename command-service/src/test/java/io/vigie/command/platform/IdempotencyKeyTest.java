package io.vigie.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.web.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "cl\u00e9", "\u00a0", "a\u0000", "a\tb", "a\u007f"})
    void givenWhatIsNoKey_whenRead_thenMalformed(String key) {
        assertThatThrownBy(() -> IdempotencyKey.of("local", List.of(key))).isInstanceOf(Rejected.class);
    }

    @Test
    void givenTwoPrincipals_whenTheyUseOneKey_thenTheKeysDiffer() {
        assertThat(IdempotencyKey.of("local", List.of("k"))).isNotEqualTo(IdempotencyKey.of("other", List.of("k")));
        assertThat(IdempotencyKey.of("local", List.of())).isNull();
        assertThatThrownBy(() -> IdempotencyKey.of("local", List.of("a", "b"))).isInstanceOf(Rejected.class);
    }
}
