package io.vigie.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dvigie.readme.write=true} writes the table instead. */
class ReadmeRulesTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String BEGIN = "<!-- rules -->\n";
    private static final String END = "<!-- /rules -->";

    @Test
    void givenTheRules_whenShownInTheReadme_thenAsTheyAre() throws IOException {
        String text = Files.readString(README);
        String wanted = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + "\n" + RulesTable.markdown(AccessRules.published()) + "\n"
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("vigie.readme.write")) {
            Files.writeString(README, wanted);
        }

        assertThat(Files.readString(README)).isEqualTo(wanted);
    }
}
