package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.testing.RunningService;
import io.vigie.web.openapi.PublishedDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PublishedApiIT extends RunningService {

    @Test
    void givenThePublishedDocument_whenTheServiceRuns_thenNoCallerIsBroken() throws Exception {
        String generated = http.get("/v3/api-docs").response().body();

        assertThat(new PublishedDocument(Path.of("../docs/api/query-service.json")).faults(generated))
                .isEmpty();
    }

    @Test
    void givenTheReads_whenDescribed_thenWhatParametersMayBeAndWhatMayBeNullIsTold() {
        JsonNode api = http.get("/v3/api-docs").json();
        ObjectNode parameters = JsonMapper.shared().createObjectNode();
        api.at("/paths/~1api~1clients/get/parameters")
                .forEach(parameter -> parameters.set(parameter.get("name").asString(), parameter.get("schema")));

        assertThat(parameters.at("/band/enum").toString()).isEqualTo("[\"low\",\"medium\",\"high\"]");
        assertThat(parameters.at("/status/enum").toString()).isEqualTo("[\"active\",\"left\"]");
        assertThat(parameters.at("/sort/enum").toString()).isEqualTo("[\"risk\",\"onboardedOn\",\"value\"]");
        assertThat(parameters.at("/await/enum").toString()).isEqualTo("[\"score\"]");
        assertThat(parameters.at("/limit").toString())
                .contains("\"type\":\"integer\"", "\"minimum\":1", "\"maximum\":500", "\"default\":50");
        assertThat(parameters.at("/state/pattern").asString()).isEqualTo("[A-Za-z]{2}");
        assertThat(api.at("/paths/~1api~1dead-letters/get/parameters").toString())
                .contains("[\"open\",\"retried\",\"evicted\"]")
                .doesNotContain("[A-Za-z]{2}");
        JsonNode client = api.at("/components/schemas/ShownClient/properties");
        assertThat(client.get("state").get("type").toString()).contains("string", "null");
        assertThat(client.get("risk").toString()).contains("#/components/schemas/Risk", "null");
        assertThat(client.get("name").get("type").toString()).doesNotContain("null");
        assertThat(api.at("/components/schemas/ShownEvent/properties/payload/type")
                        .asString())
                .isEqualTo("object");
        assertThat(api.at("/paths/~1api~1summary/get/responses/default").isMissingNode())
                .isFalse();
    }
}
