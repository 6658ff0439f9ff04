package io.vigie.standalone.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.output.OutputFormat.Format;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void givenRows_whenPrintedAsATable_thenColumnsAlignAndControlCharactersAreNotObeyed() {
        assertThat(printed(Format.TABLE)).isEqualTo("""
                name          score
                Ann, \"A\"?[1m  0.25
                Bo            -
                """);
    }

    @Test
    void givenRows_whenPrintedAsJson_thenTypesAndNullsStay() {
        assertThat(printed(Format.JSON))
                .isEqualToIgnoringWhitespace(
                        "[{\"name\":\"Ann, \\\"A\\\"\\u001B[1m\",\"score\":0.25},{\"name\":\"Bo\",\"score\":null}]");
    }

    @Test
    void givenRows_whenPrintedAsCsv_thenFieldsAreQuotedWhereNeeded() {
        assertThat(printed(Format.CSV)).isEqualTo("name,score\r\n\"Ann, \"\"A\"\"?[1m\",0.25\r\nBo,\r\n");
    }

    private static String printed(Format format) {
        Rows rows = new Rows("name", "score");
        rows.add("Ann, \"A\"\u001B[1m", 0.25);
        rows.add("Bo", null);
        StringWriter text = new StringWriter();
        rows.print(new PrintWriter(text), format);
        return text.toString();
    }
}
