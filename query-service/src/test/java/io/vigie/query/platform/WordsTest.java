package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Zoë Müller, zoe muller",
        "STRASSE Straße, strasse",
        "ΣΊΣΥΦΟΣ σίσυφος, σισυφοσ",
        "Łódź Ørsted Æon, lodz orsted aeon",
        "'O''Neill-Brown & Sons, Ltd.', o neill brown sons ltd",
        "ﬁnance Ⅳ ①, finance iv 1",
        "'  \t ', ''",
        "'%*_', ''"
    })
    void givenText_whenFolded_thenWordsWithoutCaseAndAccents(String text, String folded) {
        assertThat(Words.folded(text)).isEqualTo(folded);
    }

    @Test
    void givenComposedAndDecomposed_whenFolded_thenTheSame() {
        assertThat(Words.folded("E\u0301lodie")).isEqualTo(Words.folded("\u00c9lodie"));
    }

    @Test
    void givenEndlessWord_whenFolded_thenItIsCut() {
        assertThat(Words.folded("a".repeat(100_000))).hasSize(100);
    }
}
