package io.vigie.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.EventEnvelope.Unacceptable;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventEnvelopeTest {

    private static final String ID = "6f1c1a52-3a77-4b0e-9a57-0d2f5b8a9c11";
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                Headers.SPEC_VERSION,
                "1.0",
                Headers.ID,
                ID,
                Headers.TYPE,
                "client-returned",
                Headers.TIME,
                "2026-03-01T12:00:00Z",
                Headers.SUBJECT,
                "c-1",
                Headers.REVISION,
                "1",
                Headers.VERSION,
                "7",
                Headers.ACTOR,
                "local"));
    }

    private static EventEnvelope read(@Nullable String key, long timestamp, Map<String, String> headers)
            throws Unacceptable {
        return EventEnvelope.of(key == null ? null : key.getBytes(UTF_8), timestamp, headers::get);
    }

    @Test
    void givenEvent_whenRead_thenItsEnvelopeIsWhatItSays() throws Unacceptable {
        EventEnvelope envelope = read("c-1", NOON, headers());

        assertThat(envelope.subject()).isEqualTo("c-1");
        assertThat(envelope.id()).hasToString(ID);
        assertThat(envelope.version()).isEqualTo(7);
        assertThat(envelope.time()).isEqualTo(Instant.ofEpochMilli(NOON));
        assertThat(envelope.correlationId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion,",
        "ce_specversion,0.3",
        "ce_id,",
        "ce_id,1234",
        "ce_type,",
        "ce_time,",
        "ce_time,yesterday",
        "ce_time,3000-01-01T00:00:00Z",
        "ce_time,1999-12-31T23:59:59Z",
        "ce_time,+999999999-12-31T23:59:59Z",
        "ce_subject,",
        "ce_subject,c-2",
        "ce_revision,",
        "ce_revision,-1",
        "ce_aggregateversion,",
        "ce_aggregateversion,0",
        "ce_aggregateversion,-3",
        "ce_aggregateversion,9999999999999999999",
        "ce_actor,'a\u0007b'"
    })
    void givenHeaderThatCantBe_whenRead_thenRefusedWithoutItsContent(String header, @Nullable String value) {
        Map<String, String> headers = headers();
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }
        assertThatThrownBy(() -> read("c-1", NOON, headers))
                .isInstanceOf(Unacceptable.class)
                .message()
                .endsWith(".")
                .doesNotContain("yesterday", "999", "1234");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 32_503_680_000_000L, Long.MIN_VALUE, Long.MAX_VALUE})
    void givenRecordOfATimeThatCantBe_whenRead_thenRefused(long timestamp) {
        assertThatThrownBy(() -> read("c-1", timestamp, headers())).isInstanceOf(Unacceptable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "ä", "12345678901234567890123456789012345678901234567890123456789012345"})
    void givenKeyOfNobody_whenRead_thenRefused(String key) {
        assertThatThrownBy(() -> read(key, NOON, headers())).isInstanceOf(Unacceptable.class);
        assertThatThrownBy(() -> read(null, NOON, headers())).isInstanceOf(Unacceptable.class);
    }

    @Test
    void givenPayload_whenItLacksOrOverdoesSomething_thenItsFlawIsTold() {
        Instant noon = Instant.ofEpochMilli(NOON);
        PurchaseRecorded good = new PurchaseRecorded("c-1", BigDecimal.ONE, noon, null, BigDecimal.TEN);

        assertThat(EventPayload.flaw(good)).isEmpty();
        assertThat(EventPayload.flaw(
                        new PurchaseRecorded("c-1", BigDecimal.ONE, noon, null, new BigDecimal("1e1000000000"))))
                .contains("A number in the value has too many digits.");
        assertThat(EventPayload.flaw(new PurchaseRecorded("c-1", BigDecimal.ONE, noon, "a\0b", BigDecimal.TEN)))
                .isPresent();
        assertThat(EventPayload.flaw(incomplete())).contains("The value lacks amount.");
    }

    @SuppressWarnings("NullAway")
    private static PurchaseRecorded incomplete() {
        return new PurchaseRecorded("c-1", null, Instant.EPOCH, null, BigDecimal.TEN);
    }
}
