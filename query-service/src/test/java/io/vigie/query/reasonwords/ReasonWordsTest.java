package io.vigie.query.reasonwords;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.Reasons;
import java.util.Locale;
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
        assertThat(ReasonWords.of(new Reason(feature, value, contribution), average, Locale.forLanguageTag(language)))
                .isEqualTo(sentence);
    }

    /** French groups thousands with a space that doesn't break. */
    @Test
    void givenAThousand_whenSaidInFrench_thenGroupedAsThere() {
        assertThat(ReasonWords.of(new Reason("Total_Purchase", 9800.5, 0.05), null, Locale.FRENCH))
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
