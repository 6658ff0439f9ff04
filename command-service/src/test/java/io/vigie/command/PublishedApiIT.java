package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.RunningService;
import io.vigie.web.openapi.PublishedDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedApiIT {

    @Test
    void givenThePublishedDocument_whenTheServiceRuns_thenNoCallerIsBroken() throws Exception {
        try (RunningService service = RunningService.onNewDatabase()) {
            String generated = service.send("GET", "/v3/api-docs").response().body();

            assertThat(new PublishedDocument(Path.of("../docs/api/command-service.json")).faults(generated))
                    .isEmpty();
        }
    }
}
