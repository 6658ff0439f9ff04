package io.vigie.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.web.Rejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Checks checks = new Checks();

    @ParameterizedTest
    @ValueSource(strings = {"38", "38.0", "3.8e1", "380E-1", "38.0000"})
    void givenWholeNumber_whenChecked_thenItIsTaken(String number) {
        assertThat(checks.whole("age", new BigDecimal(number), 0, 150)).isEqualTo(38);
        assertThat(checks.firstFault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "151", "2147483648", "3.7", "1e400", "1e1000000000", "1e-1000000000", "-1e1000000000"})
    void givenNoSuchAge_whenChecked_thenFault(String number) {
        checks.whole("age", new BigDecimal(number), 0, 150);

        assertThat(checks.firstFault()).contains(new Checks.Fault("age", "must be a whole number from 0 to 150"));
    }

    @Test
    void givenZeroWithAnyExponent_whenChecked_thenZero() {
        assertThat(checks.whole("n", new BigDecimal("0e1000000000"), 0, 5)).isZero();
        assertThat(checks.decimal("d", new BigDecimal("0e-1000000000"), BigDecimal.ZERO, BigDecimal.TEN, 2))
                .isZero();
        assertThat(checks.firstFault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01", "0.00001", "1e1000000000", "1000000000000.01", "1e-1000000000"})
    void givenNoSuchAmount_whenChecked_thenFault(String number) {
        checks.decimal("amount", new BigDecimal(number), new BigDecimal("0.0001"), new BigDecimal("1e12"), 4);

        assertThat(checks.firstFault()).isPresent();
    }

    @Test
    void givenAmountWithExponent_whenChecked_thenPlain() {
        BigDecimal amount = checks.decimal("a", new BigDecimal("1.50e3"), BigDecimal.ZERO, new BigDecimal("1e12"), 4);

        assertThat(amount.toString()).isEqualTo("1500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u200b",
                "\u2003\ufeff\u2060",
                "\u3164",
                "a\u0000b",
                "a\nb",
                "a\u001bb",
                "a\u202eb",
                "a\u2066b",
                "a\u2028b",
                "\ud800",
                "a\udc00b",
                "a\ufffeb"
            })
    void givenTextThatDeceives_whenChecked_thenFault(String text) {
        checks.text("name", text, 200);

        assertThat(checks.firstFault()).isPresent();
    }

    @Test
    void givenTextInAnyForm_whenChecked_thenComposedAndTrimmed() {
        assertThat(checks.text("name", "\u00a0 Zoe\u0308 \u200b", 200)).isEqualTo("Zoë");
        assertThat(checks.text("name", "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", 200))
                .hasSize(8);
        assertThat(checks.text("name", "\uD83D\uDE00".repeat(200), 200)).hasSize(400);
        assertThat(checks.firstFault()).isEmpty();
        checks.text("name", "x".repeat(201), 200);
        assertThat(checks.firstFault()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2999-01-01", "2026-11-23", "1899-12-31", "0000-00-00", "2026-02-30", "+999999999-12-31", "x", ""
            })
    void givenNoSuchDay_whenChecked_thenFault(String day) {
        checks.day("onboardedOn", day, TODAY);

        assertThat(checks.firstFault()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T04:08:01Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "2026-11-22",
                "2026-11-22T04:08:00",
                "0000-01-01T00:00:00Z"
            })
    void givenNoSuchInstant_whenChecked_thenFault(String instant) {
        checks.instant("purchasedAt", instant, Instant.parse("2026-11-22T04:08:00Z"));

        assertThat(checks.firstFault()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "a b", "a/b", "é", "x\u0000", "a\n"})
    void givenNoId_whenChecked_thenFault(String id) {
        checks.id("clientId", id);

        assertThat(checks.firstFault()).isPresent();
        assertThatThrownBy(() -> Checks.addressed("clientId", id)).isInstanceOf(Rejected.class);
    }

    @Test
    void givenFaults_whenPassed_thenAllAreListed() {
        checks.id("clientId", "x".repeat(65));
        checks.text("name", null, 200);

        assertThatThrownBy(() -> checks.passed("x")).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.getBody().getProperties())
                .extractingByKey("errors")
                .asString()
                .contains("clientId", "name"));
    }
}
