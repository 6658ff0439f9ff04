package io.vigie.query.reasonwords;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.Reasons;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Num_Sites|12|8.57|0.312|en|12 sites (average 8.6) raises the risk by 31 points",
                "Num_Sites|12|8.57|0.312|fr|12 sites (moyenne 8,6) : le risque augmente de 31 points",
                "Num_Sites|1|8.57|-0.01|en|1 site (average 8.6) lowers the risk by 1 point",
                "Num_Sites|1|8.57|-0.01|fr|1 site (moyenne 8,6) : le risque baisse de 1 point",
                "Num_Sites|0|8.57|-0.004|en|0 sites (average 8.6) lowers the risk by 0.4 points",
                "Num_Sites|0|8.57|-0.004|fr|0 site (moyenne 8,6) : le risque baisse de 0,4 point",
                "Years|5.5|5.28|0.02|en|5.5 years as a client (average 5.3) raises the risk by 2 points",
                "Years|5.5|5.28|0.02|fr|client depuis 5,5 ans (moyenne 5,3) : le risque augmente de 2 points",
                "Age|44|41.7|0.0996|en|age 44 (average 41.7) raises the risk by 10 points",
                "Total_Purchase|9800.5|10128.84|-0.05|en|purchases of 9,800.5 (average 10,128.8) lowers the risk by 5 points",
                "Num_Sites|12||0.312|en|12 sites raises the risk by 31 points",
                "Num_Sites|12||0.312|fr|12 sites : le risque augmente de 31 points",
                "Orders|3|2|0.1|en|Orders 3 (average 2) raises the risk by 10 points",
                "Num_Sites|12|8.57|0.312|de|12 sites (average 8.6) raises the risk by 31 points"
            })
    void givenAReason_whenSaid_thenASentence(
            String feature,
            double value,
            @Nullable Double average,
            double contribution,
            String language,
            String sentence) {
        InputFacts facts = new InputFacts(average == null ? Map.of() : Map.of(feature, average), Map.of());
        List<WordedReason> told = WordedReason.of(
                List.of(new Reason(feature, value, contribution)), facts, Locale.forLanguageTag(language));

        assertThat(told).containsExactly(new WordedReason(feature, value, contribution, sentence));
    }

    private static String said(Effect effect, InputFacts facts, String input, @Nullable Object value, double share) {
        return new ReasonWords(effect, facts, Locale.ENGLISH).of(input, value, share) + " | "
                + new ReasonWords(effect, facts, Locale.FRENCH).of(input, value, share);
    }

    @Test
    void givenUnitsOfACard_whenSaid_thenBehindTheNumbersThatHaveNoneOfTheirOwn() {
        InputFacts facts = new InputFacts(
                Map.of("Income", 35_000.5, "colour", "blue"),
                Map.of("Total_Purchase", "EUR", "Years", "years", "Income", "kEUR", "colour", "nm"));

        assertThat(said(Effect.RISK, facts, "Total_Purchase", 98.5, 0.05))
                .isEqualTo("purchases of 98.5 EUR raises the risk by 5 points"
                        + " | achats de 98,5 EUR : le risque augmente de 5 points");
        assertThat(said(Effect.RISK, facts, "Years", 2.0, 0.05))
                .isEqualTo("2 years as a client raises the risk by 5 points"
                        + " | client depuis 2 ans : le risque augmente de 5 points");
        assertThat(said(Effect.probability(null), facts, "Income", 40, 0.05))
                .isEqualTo("Income 40 kEUR (average 35,000.5) raises the probability by 5 points"
                        + " | Income 40 kEUR (moyenne 35\u202f000,5) : la probabilité augmente de 5 points");
        assertThat(said(Effect.probability(null), facts, "colour", "red", -0.05))
                .isEqualTo("colour red (usually blue) lowers the probability by 5 points"
                        + " | colour red (le plus souvent blue) : la probabilité baisse de 5 points");
    }

    @Test
    void givenNoRisk_whenSaid_thenByTheInputsNameAndNeutral() {
        InputFacts facts = new InputFacts(Map.of("Years", 3.25), Map.of());

        assertThat(said(Effect.probability("1"), facts, "Years", 5.0, 0.31))
                .isEqualTo("Years 5 (average 3.25) raises the probability of \"1\" by 31 points"
                        + " | Years 5 (moyenne 3,25) : la probabilité de « 1 » augmente de 31 points");
        assertThat(said(Effect.number("price"), facts, "Years", null, -1234.5))
                .isEqualTo("Years missing (average 3.25) lowers price by 1,234.5"
                        + " | Years non renseigné (moyenne 3,25) : price baisse de 1\u202f234,5");
        assertThat(said(Effect.number("a{0}'b"), facts, "c{1}'d", "e{2}'f", 0.00123))
                .startsWith("c{1}'d e{2}'f raises a{0}'b by 0.00123 | ");
    }

    @Test
    void givenAShareTooSmallForATenthOfAPoint_whenSaid_thenThatItHardlyMatters() {
        assertThat(said(Effect.RISK, InputFacts.NONE, "Num_Sites", 12.0, -0.0004))
                .isEqualTo("12 sites hardly changes the risk | 12 sites : le risque ne change guère");
        assertThat(said(Effect.probability("a"), InputFacts.NONE, "x", 12.0, 0.0004))
                .startsWith("x 12 hardly changes the probability of \"a\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "-0.0|0",
                "0.5|0.5",
                "0.012345|0.0123",
                "-0.00099949|-0.000999",
                "0.00001234|1.23E-5",
                "1|1",
                "1.005|1",
                "1234567.891|1,234,567.89",
                "2e15|2E15"
            })
    void givenAnyNumber_whenSaid_thenNoDigitThatMattersIsLost(double value, String shown) {
        assertThat(new ReasonWords(Effect.number("y"), InputFacts.NONE, Locale.ENGLISH).of("x", value, 1))
                .isEqualTo("x " + shown + " raises y by 1");
    }

    @Test
    void givenALongText_whenSaid_thenItDoesNotFillTheSentence() {
        assertThat(new ReasonWords(Effect.number("y"), InputFacts.NONE, Locale.ENGLISH).of("x", "é".repeat(61), 1))
                .isEqualTo("x " + "é".repeat(60) + "… raises y by 1");
    }

    /** French groups thousands with a space that doesn't break. */
    @Test
    void givenAThousand_whenSaidInFrench_thenGroupedAsThere() {
        assertThat(new ReasonWords(Effect.RISK, InputFacts.NONE, Locale.FRENCH).of("Total_Purchase", 9800.5, 0.05))
                .matches("achats de 9[\u00a0\u202f]800,5 : le risque augmente de 5 points");
    }

    @Test
    void givenEveryLanguage_whenCompared_thenNoTextIsMissing() {
        Control alone = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("io.vigie.query.reasonwords.reasons", Locale.ROOT, alone);
        ResourceBundle french = ResourceBundle.getBundle("io.vigie.query.reasonwords.reasons", Locale.FRENCH, alone);

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.keySet()).allSatisfy(key -> assertThat(
                        key.equals("other") || !french.getString(key).equals(english.getString(key)))
                .as(key)
                .isTrue());
        assertThat(english.keySet())
                .containsAll(ChurnFeatures.NAMES.stream()
                        .filter(name -> !name.equals(Reasons.NEVER_LISTED))
                        .toList());
    }
}
