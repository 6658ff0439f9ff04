package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the edge answers by itself. */
class OwnPagesTest {

    private final EdgeRig rig = new EdgeRig();

    OwnPagesTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void givenAllServicesUp_whenHealthAsked_then200ElseWhichIsDown() throws Exception {
        assertThat(rig.send("GET", "/api/health").body())
                .isEqualTo("{\"status\":\"up\",\"parts\":[{\"part\":\"command-service\",\"state\":\"up\"},"
                        + "{\"part\":\"query-service\",\"state\":\"up\"}]}");

        rig.queries.health = 503;
        HttpResponse<String> down = rig.send("GET", "/api/health");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).contains("{\"part\":\"query-service\",\"state\":\"down\"}");

        rig.commands.close();
        assertThat(rig.send("GET", "/api/health").statusCode()).isEqualTo(503);
        assertThat(rig.send("POST", "/api/health").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/sign-out",
                "/password",
                "/api/openapi.json",
                "/api/docs",
                "/api/docs/",
                "/api/docs/start.js",
                "/api/docs/swagger-ui.css",
                "/api/docs/swagger-ui-bundle.js",
                "/favicon.ico",
                "/xyzzy",
                "/actuator/health",
                "/v3/api-docs",
                "/front.css"
            })
    void givenNobody_whenAnyPathIsAsked_then401(String path) throws Exception {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "XYZZY")) {
            HttpResponse<String> answer = rig.send(method, path);
            assertThat(answer.statusCode()).as(method).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"vigie\"");
            assertThat(answer.body()).contains("\"type\":\"/problems/not-signed-in\"");
        }
        for (String header : List.of("Authorization", "Cookie")) {
            assertThat(rig.send("GET", path, header, "vigie_session=bad").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void givenACommandServiceThatIsDown_whenAskedByWhoeverMayBeSomebody_then503AndNothingOfThePage() throws Exception {
        rig.commands.close();

        assertThat(rig.sendKnown("GET", "/").statusCode()).isEqualTo(503);
        assertThat(rig.send("GET", "/").statusCode()).isEqualTo(401);
    }

    @Test
    void givenSomebody_whenAskedForWhatIsNotThere_then404() throws Exception {
        assertThat(rig.sendKnown("GET", "/xyzzy").statusCode()).isEqualTo(404);
        assertThat(rig.sendKnown("GET", "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(rig.sendKnown("POST", "/").statusCode()).isEqualTo(405);
        assertThat(rig.send("GET", "/xyzzy", "Cookie", Upstream.SESSION).statusCode())
                .isEqualTo(404);
    }

    @Test
    void givenTwoDocuments_whenAsked_thenOneOfBoth() throws Exception {
        rig.commands.document = """
                {"openapi":"3.1.0","paths":{"/api/clients":{"post":{"a":{"$ref":"#/components/schemas/Problem"}}}},
                "components":{"schemas":{"Problem":{"type":"object"},"Manager":{"type":"string"}}}}""";
        rig.queries.document = """
                {"openapi":"3.1.0","paths":{"/api/clients":{"get":{"b":{"$ref":"#/components/schemas/Manager"}},
                "post":{}}},
                "components":{"schemas":{"Problem":{"type":"object"},"Manager":{"type":"integer"}}}}""";

        JsonNode merged = JsonMapper.shared()
                .readTree(rig.sendKnown("GET", "/api/openapi.json").body());

        assertThat(merged.at("/paths/~1api~1clients/post/a/$ref").asString()).isEqualTo("#/components/schemas/Problem");
        assertThat(merged.at("/paths/~1api~1clients/get/b/$ref").asString())
                .isEqualTo("#/components/schemas/QueryManager");
        assertThat(merged.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("Problem", "Manager", "QueryManager");
        assertThat(merged.at("/components/schemas/Manager/type").asString()).isEqualTo("string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/docs",
                "/api/docs/",
                "/api/docs/start.js",
                "/api/docs/swagger-ui.css",
                "/api/docs/swagger-ui-bundle.js"
            })
    void givenAPage_whenAsked_thenItIsServedAndLoadsFromHereOnly(String path) throws Exception {
        HttpResponse<String> answer = rig.sendKnown("GET", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        if (path.endsWith("docs")) {
            assertThat(answer.body()).doesNotContain("http://", "https://");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-CA,fr;q=0.9,en;q=0.8 | fr",
                "en-GB,fr;q=0.5 | en",
                "en;q=0.2,fr;q=0.7 | fr",
                "de,fr;q=0.5 | fr",
                "de | en",
                "* | en",
                "%%% | en",
                "'' | en"
            })
    void givenAReadersLanguages_whenTheFrontPageIsAsked_thenItSpeaksTheFirstThatItKnows(String languages, String spoken)
            throws Exception {
        HttpResponse<String> answer = rig.sendKnown("GET", "/", "Accept-Language", languages);

        assertThat(answer.body()).contains("<html lang=\"" + spoken + "\">");
        assertThat(answer.headers().firstValue("Vary").orElse("")).isEqualTo("Accept-Language");
    }

    @Test
    void givenTheFrontPage_whenRead_thenBothLanguagesLeadToTheSamePlaces() throws Exception {
        List<String> english =
                links(rig.sendKnown("GET", "/", "Accept-Language", "en").body());

        assertThat(english).contains("/api/docs", "/api/summary", "/api/health");
        assertThat(english)
                .filteredOn(link -> link.contains("band=high"))
                .hasSize(2)
                .allMatch(link -> link.contains("status=active"));
        assertThat(links(rig.sendKnown("GET", "/", "Accept-Language", "fr").body()))
                .isEqualTo(english);
    }

    private static List<String> links(String page) {
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
