package io.vigie.training.readdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.training.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void givenQuotesAByteOrderMarkAndCrLf_whenRead_thenCells() throws IOException {
        Table table = read("\uFEFFa,b\r\n\"x, y\", 2 \r\n,3\r\n");

        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.cells("a")).containsExactly("x, y", "");
        assertThat(table.cells("b")).containsExactly("2", "3");
        assertThat(table.source()).isEqualTo("data.csv");
        assertThat(table.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2\\n3,4|has no header: the first line must name the columns",
                "a,\\n3,4|has no name for column 2 in its first line",
                "a,b\\n3\u0001x,4|holds control characters",
                "a,a\\n3,4|names the column a twice: rename one of them",
                "a,b\\n3,4\\n5|has 1 cells in line 3 and 2 columns in its header: mend or remove that line",
                "a,b\\n3,4,5|has 3 cells in line 2 and 2 columns in its header: mend or remove that line",
                "a,b|has a header but no rows",
                "''|is empty: the first line must name the columns"
            })
    void givenNoProperFile_whenRead_thenOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void givenCommasBehindTheLastColumn_whenRead_thenAsWithout() throws IOException {
        assertThat(read("a,b,,\n1,2,,\n3,4\n5,6, \n").rows())
                .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
    }

    @Test
    void givenAnotherEncoding_whenRead_thenOneSentence() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "a,b\nZo\u00eb,1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new CsvFile(file).read())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("isn't text in UTF-8");
    }

    @Test
    void givenNoFile_whenRead_thenTheSentenceNamesIt() {
        assertThatThrownBy(() -> new CsvFile(folder.resolve("absent.csv")).read())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("absent.csv: give --data an existing CSV file");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "-1.5, true",
        "+.5, true",
        "1., true",
        "1e-3, true",
        "1e999, false",
        "NaN, false",
        "Infinity, false",
        "'1,000', false",
        "0x10, false",
        "1d, false",
        "'', false",
        "-, false"
    })
    void givenACell_whenAsked_thenANumberOrNot(String cell, boolean number) {
        assertThat(Cells.isNumber(cell)).isEqualTo(number);
    }

    private Table read(String text) throws IOException {
        return new CsvFile(Files.writeString(folder.resolve("data.csv"), text)).read();
    }
}
