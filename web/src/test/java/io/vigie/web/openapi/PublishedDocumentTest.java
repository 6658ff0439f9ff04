package io.vigie.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedDocumentTest {

    private static final String WRITE = "vigie.openapi.write";

    private static final String GENERATED = """
            {"servers":[{"url":"http://127.0.0.1:4711"}],"paths":{"/things":{"get":{"responses":{"200":{}}}}},"info":{}}""";

    private static final String REMEDY = "run this test with -Dvigie.openapi.write=true and commit the file";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void publish() throws IOException {
        file = folder.resolve("api.json");
        assertThat(written(GENERATED)).isEmpty();
    }

    @AfterEach
    void dontWrite() {
        System.clearProperty(WRITE);
    }

    @Test
    void givenPublished_whenTheSameIsGeneratedElsewhereInAnotherOrder_thenNoFault() throws IOException {
        String elsewhere = """
                {"info":{},"paths":{"/things":{"get":{"responses":{"200":{}}}}},"servers":[{"url":"http://[::1]:1"}]}""";

        assertThat(new PublishedDocument(file).faults(elsewhere)).isEmpty();
        assertThat(Files.readString(file)).doesNotContain("servers");
    }

    @Test
    void givenPublished_whenSomethingIsAdded_thenItMustBeCommitted() throws IOException {
        String more = GENERATED.replace("\"200\":{}", "\"200\":{\"headers\":{\"Link\":{}}}");

        assertThat(new PublishedDocument(file).faults(more))
                .containsExactly(file + " isn't what the service generates: " + REMEDY);

        assertThat(written(more)).isEmpty();
        assertThat(new PublishedDocument(file).faults(more)).isEmpty();
        assertThat(new PublishedDocument(file).faults(GENERATED))
                .containsExactly(
                        "GET /things 200 header Link is gone", file + " isn't what the service generates: " + REMEDY);
    }

    @Test
    void givenNothingPublished_whenGenerated_thenItMustBeCommitted() throws IOException {
        Files.delete(file);

        assertThat(new PublishedDocument(file).faults(GENERATED)).containsExactly(file + " is missing: " + REMEDY);
    }

    private Iterable<String> written(String generated) throws IOException {
        System.setProperty(WRITE, "true");
        try {
            return new PublishedDocument(file).faults(generated);
        } finally {
            System.clearProperty(WRITE);
        }
    }
}
