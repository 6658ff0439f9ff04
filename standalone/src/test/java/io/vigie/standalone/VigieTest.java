package io.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class VigieTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine vigie =
            Vigie.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    static Stream<String> verbs() {
        return Vigie.commandLine().getSubcommands().entrySet().stream()
                .filter(verb -> !verb.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void givenAVerb_whenAskedForHelp_thenItShowsAnExampleAndTheSharedOptions(String verb) {
        assertThat(vigie.execute(verb, "--help")).isZero();
        assertThat(out.toString()).contains("Example").contains("vigie " + verb);
        // Training needs no system.
        if (!verb.equals("train")
                && Objects.requireNonNull(vigie.getSubcommands().get(verb))
                        .getSubcommands()
                        .isEmpty()) {
            assertThat(out.toString()).contains("--data=").contains("--port=");
        }
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void givenAnUnknownOption_whenRun_thenItIsAUsageErrorOnStderr(String verb) {
        assertThat(vigie.execute(verb, "--nonsense")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotEmpty();
    }

    @Test
    void givenNoVerb_whenRun_thenUsage() {
        assertThat(vigie.execute()).isEqualTo(2);
    }

    @Test
    void givenAPortOutOfRange_whenUp_thenUsage(@TempDir Path folder) {
        assertThat(vigie.execute("up", "--data", folder.resolve("new").toString(), "--port", "70000"))
                .isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void givenAFileInPlaceOfTheFolder_whenUp_thenRefusedWithTheRemedy(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(vigie.execute("up", "-d", "--data", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("choose another folder with --data");
    }

    @Test
    void givenAFolderThatNeverWas_whenDown_thenNoErrorAndNoFolder(@TempDir Path folder) {
        assertThat(vigie.execute("down", "--data", folder.resolve("new").toString()))
                .isZero();
        assertThat(folder.resolve("new")).doesNotExist();
    }
}
