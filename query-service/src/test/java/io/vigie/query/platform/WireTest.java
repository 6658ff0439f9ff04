package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import io.vigie.contracts.score.ClientScore;
import io.vigie.query.testing.Lives;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void givenScore_whenWrittenAndRead_thenItIsTheSameInTheWordsOfTheWire() throws Exception {
        ClientScore score = Lives.score("a", 1, 2, 0.5, null);
        String json = Wire.text(score);
        assertThat(json)
                .contains("\"outcome\":\"scored\"", "\"band\":\"medium\"", "\"scoredAt\":\"2026-03-01T12:00:01Z\"");
        assertThat(Wire.read(utf8(json), ClientScore.class)).isEqualTo(score);
    }

    @Test
    void givenUnknownProperties_whenRead_thenTheyAreIgnored() throws Exception {
        assertThat(Wire.read(
                                utf8("{\"clientId\":\"a\",\"amount\":1,\"purchasedAt\":\"2026-03-01T12:00:00Z\","
                                        + "\"totalPurchase\":1.10,\"colour\":\"red\"}"),
                                PurchaseRecorded.class)
                        .totalPurchase())
                .isEqualByComparingTo("1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"clientId\":null,\"amount\":1,\"purchasedAt\":\"2026-03-01T12:00:00Z\",\"totalPurchase\":1}",
                "{\"clientId\":\"a\",\"amount\":1,\"purchasedAt\":\"2026-03-01T12:00:00Z\"}",
                "{\"clientId\":\"a\",\"amount\":1e1000000000,\"purchasedAt\":\"2026-03-01T12:00:00Z\",\"totalPurchase\":1}",
                "{\"clientId\":\"a\",\"amount\":1e-1000000000,\"purchasedAt\":\"2026-03-01T12:00:00Z\",\"totalPurchase\":1}",
                "{\"clientId\":\"a\",\"amount\":1,\"purchasedAt\":\"tomorrow\",\"totalPurchase\":1}",
                "{\"clientId\":\"a\",\"clientId\":\"b\",\"amount\":1,\"purchasedAt\":\"2026-03-01T12:00:00Z\",\"totalPurchase\":1}",
                "{\"clientId\":\"a\",\"amount\":1,\"purchasedAt\":\"2026-03-01T12:00:00Z\",\"totalPurchase\":1} {}"
            })
    void givenAnythingElse_whenRead_thenNotReadableWithoutItsContent(String json) {
        assertThatThrownBy(() -> Wire.read(utf8(json), PurchaseRecorded.class))
                .isInstanceOf(Wire.NotReadable.class)
                .message()
                .doesNotContain("tomorrow", "2026", "1000000000");
    }
}
