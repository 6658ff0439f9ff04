package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents link to is there. */
class ReadmeLinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "benchmarks/README.md", "docs"})
    void givenADocument_whenItsLinksAreFollowed_thenEachLeadsToAFile(String name) throws Exception {
        Path checkout = Path.of(System.getProperty("vigie.checkout", ".."));
        try (Stream<Path> found = Files.walk(checkout.resolve(name))) {
            List<Path> documents =
                    found.filter(path -> path.toString().endsWith(".md")).toList();
            assertThat(documents).isNotEmpty();
            for (Path document : documents) {
                assertThat(brokenLinks(document)).as(document.toString()).isEmpty();
            }
        }
    }

    private static List<String> brokenLinks(Path document) throws Exception {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://"))
                .filter(link -> !Files.exists(document.resolveSibling(link)))
                .toList();
    }
}
