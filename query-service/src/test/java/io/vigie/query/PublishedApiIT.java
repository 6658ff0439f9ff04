package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.testing.RunningService;
import io.vigie.web.openapi.PublishedDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedApiIT extends RunningService {

    @Test
    void givenThePublishedDocument_whenTheServiceRuns_thenNoCallerIsBroken() throws Exception {
        String generated = http.get("/v3/api-docs").response().body();

        assertThat(new PublishedDocument(Path.of("../docs/api/query-service.json")).faults(generated))
                .isEmpty();
    }
}
