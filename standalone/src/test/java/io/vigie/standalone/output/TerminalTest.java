package io.vigie.standalone.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TerminalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\u001b[31m", "\u009b2J", "\r", "\n", "\u0007", "\u202e", "\u200b", "\u2028", "\u0000", "\ud800"
            })
    void givenWhatSteersATerminal_whenShown_thenItIsGone(String steering) {
        assertThat(Terminal.safe("a" + steering + "b"))
                .doesNotContain(steering)
                .startsWith("a")
                .endsWith("b");
        assertThat(Terminal.cell("a" + steering + "b")).doesNotContain(steering);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tcmd", "\rcmd"})
    void givenAFormula_whenACell_thenItIsText(String formula) {
        assertThat(Terminal.cell(formula)).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "", "-12.5", "1e3", "héllo", "a=b"})
    void givenOrdinaryText_whenACell_thenItStays(String text) {
        assertThat(Terminal.cell(text)).isEqualTo(text);
    }

    @Test
    void givenWhatSteersATerminal_whenPrintedAsJson_thenItIsEscapedAndReadsTheSame() {
        String nasty = "a\u001b[31m\u009b\u202eb\n\u2028é";
        JsonNode value = JsonMapper.shared().valueToTree(Map.of("name", nasty));
        StringWriter text = new StringWriter();

        Json.print(new PrintWriter(text), value);

        assertThat(text.toString())
                .doesNotContain("\u001b", "\u009b", "\u202e", "\u2028")
                .contains("é");
        assertThat(JsonMapper.shared().readTree(text.toString())).isEqualTo(value);
        assertThat(JsonMapper.shared().readTree(Json.line(value))).isEqualTo(value);
        assertThat(Json.line(value)).doesNotContain("\n", "\u009b");
    }
}
