package io.vigie.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

    private static final String PUBLISHED = """
            {"paths":{
              "/things":{
                "get":{
                  "parameters":[{"name":"q","in":"query","required":false,"schema":{"type":"string"}},
                    {"name":"limit","in":"query","required":false,"schema":{"type":"integer","maximum":500,
                      "minimum":1}}],
                  "responses":{"200":{"headers":{"Link":{"schema":{"type":"string"}}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}},
                "post":{
                  "requestBody":{"required":true,"content":{"application/json":{"schema":
                    {"type":"object","required":["name"],"properties":{
                      "name":{"type":"string"},"key":{"type":"string","maxLength":64,"minLength":1,
                        "pattern":"[a-z]+"},"band":{"type":"string","enum":["low","high"]}}}}}},
                  "responses":{"201":{"content":{}}}}}},
             "components":{"schemas":{
               "Page":{"type":"object","required":["items"],"properties":{
                 "items":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}},
               "Thing":{"type":"object","properties":{
                 "id":{"type":"string","format":"uuid"},
                 "left":{"$ref":"#/components/schemas/Label"},
                 "right":{"$ref":"#/components/schemas/Label"},
                 "counts":{"type":"object","additionalProperties":{"type":"integer"}},
                 "age":{"type":"integer","format":"int32"},
                 "parent":{"$ref":"#/components/schemas/Thing"}}},
               "Label":{"type":"object","properties":{"text":{"type":"string"}}}}}}""";

    private static List<String> after(String from, String to) {
        assertThat(PUBLISHED).contains(from);
        return BreakingChanges.between(PUBLISHED, PUBLISHED.replace(from, to));
    }

    @Test
    void givenTheSame_whenCompared_thenNothing() {
        assertThat(BreakingChanges.between(PUBLISHED, PUBLISHED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"/things\":{|\"/stuff\":{|GET /things is gone",
                "\"post\":{|\"put\":{|POST /things is gone",
                "\"name\":\"q\"|\"name\":\"query\"|GET /things parameter q is gone",
                "\"required\":false|\"required\":true|GET /things parameter q is newly required",
                "\"schema\":{\"type\":\"string\"}|\"schema\":{\"type\":\"integer\"}|GET /things parameter q has another type",
                "\"200\":{|\"203\":{|GET /things 200 is gone",
                "\"age\":{|\"years\":{|property age is gone",
                "\"format\":\"int32\"|\"format\":\"int64\"|property age has another type",
                "\"required\":[\"items\"]|\"required\":[]|property items is no longer certain",
                "\"required\":[\"name\"]|\"required\":[\"name\",\"band\"]|property band is newly required",
                "\"name\":{\"type\":\"string\"}|\"title\":{\"type\":\"string\"}|property name is gone",
                "[\"low\",\"high\"]|[\"low\"]|property band takes fewer values",
                "\"201\":{|\"200\":{|POST /things 201 is gone",
                "\"right\":{\"$ref\":\"#/components/schemas/Label\"}|\"right\":{\"type\":\"string\"}|property right has another type",
                "\"right\":{\"$ref\":\"#/components/schemas/Label\"}|\"right\":{\"type\":\"object\"}|property right property text is gone",
                "\"additionalProperties\":{\"type\":\"integer\"}|\"additionalProperties\":{\"type\":\"string\"}|property counts values has another type",
                "\"Link\":{|\"Location\":{|GET /things 200 header Link is gone",
                "\"maximum\":500|\"maximum\":100|parameter limit takes less: maximum is 100, it was 500",
                "\"minimum\":1}|\"minimum\":2}|parameter limit takes less: minimum is 2, it was 1",
                "\"maxLength\":64|\"maxLength\":63|property key takes less: maxLength is 63, it was 64",
                "\"minLength\":1|\"minLength\":2|property key takes less: minLength is 2, it was 1",
                "\"[a-z]+\"|\"[a-y]+\"|property key takes less: pattern is \"[a-y]+\", it was \"[a-z]+\"",
                "\"name\":{\"type\":\"string\"}|\"name\":{\"type\":\"string\",\"maxLength\":9}|property name takes less: maxLength is 9, there was none",
                "\"name\":{\"type\":\"string\"}|\"name\":{\"type\":\"string\",\"pattern\":\"x\"}|property name takes less: pattern is \"x\", there was none",
            })
    void givenSomethingTakenAwayOrDemanded_whenCompared_thenItIsTold(String from, String to, String told) {
        assertThat(after(from, to)).anyMatch(change -> change.contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"age\":{|\"extra\":{\"type\":\"string\"},\"age\":{",
                "\"name\":{\"type\":\"string\"}|\"more\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}",
                "[\"low\",\"high\"]|[\"low\",\"medium\",\"high\"]",
                "\"/things\":{|\"/more\":{\"get\":{}},\"/things\":{",
                "\"maximum\":500|\"maximum\":501",
                "\"maximum\":500|\"maximum\":5E2",
                "\"minimum\":1}|\"minimum\":0}",
                "\"maxLength\":64,|``",
                "\"pattern\":\"[a-z]+\"|\"description\":\"anything\"",
                "\"id\":{\"type\":\"string\",|\"id\":{\"type\":\"string\",\"maxLength\":3,",
                "\"Link\":{|\"Location\":{\"schema\":{}},\"Link\":{",
            })
    void givenSomethingAdded_whenCompared_thenNothing(String from, String to) {
        assertThat(after(from, to)).isEmpty();
    }

    @Test
    void givenANewRequiredParameter_whenCompared_thenItIsTold() {
        assertThat(after("\"parameters\":[", "\"parameters\":[{\"name\":\"p\",\"in\":\"query\",\"required\":true},"))
                .containsExactly("GET /things newly demands parameter p");
    }
}
