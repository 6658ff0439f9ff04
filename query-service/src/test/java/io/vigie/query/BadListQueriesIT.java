package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadListQueriesIT extends RunningService {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=501",
                "limit=2147483648",
                "limit=abc",
                "limit=",
                "limit=1e1",
                "band=HIGH",
                "band=",
                "band=severe",
                "status=gone",
                "sort=name",
                "sort=risk;drop",
                "unassigned=yes",
                "minScore=2",
                "maxScore=2",
                "maxScore=",
                "minValue=-1",
                "minValue=1e9",
                "minValue=NaN",
                "minValue=",
                "minScore=-0.1",
                "minScore=NaN",
                "minScore=Infinity",
                "minScore=0x1p0",
                "state=T",
                "state=TEX",
                "state=%27%20",
                "q=",
                "q=%25",
                "q=*%20*",
                "q=%20",
                "cursor=",
                "cursor=abc",
                "cursor=%F0%9F%98%80",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "page=2",
                "accountManagerId=a%20b",
                "q=a%00b",
                "q=a&q=b",
                "limit=5&limit=6",
                "consistencyToken=-1",
                "consistencyToken=abc",
                "consistencyToken=9223372036854775808",
                "consistencyToken=9223372036854775807",
                "await=score",
                "consistencyToken=1&await=scores",
                "consistencyToken=",
                "q=%FF",
                "accountManagerId=%27%20OR%201%3D1--"
            })
    void givenBadQuery_whenListed_then400InTheProblemsWords(String query) {
        var answer = http.get("/api/clients?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/bad-query");
    }

    @Test
    void givenLongQuery_whenListed_then400() {
        assertThat(http.get("/api/clients?q=" + "a".repeat(10_000)).status()).isEqualTo(400);
    }
}
