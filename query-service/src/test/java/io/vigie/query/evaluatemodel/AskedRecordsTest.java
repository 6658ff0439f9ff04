package io.vigie.query.evaluatemodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.web.Rejected;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedRecordsTest {

    private static AskedRecords read(String body, String... inputs) {
        return AskedRecords.read(body.getBytes(UTF_8), List.of(inputs));
    }

    private static String names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));
    }

    @Test
    void givenNamesThatAreNoInputs_whenRead_thenOnlyInputsAreKept() {
        AskedRecords asked = read(
                "{\"records\":[{\"a\":1,\"x\":2,\"b\":null,\"y\":{\"a\":[1,{\"b\":2}]}},{\"b\":[[]],\"a\":\"t\"}]}",
                "a",
                "b");

        assertThat(asked.records().get(0)).containsOnlyKeys("a", "b").containsEntry("a", 1.0);
        assertThat(asked.records().get(0).get("b")).isNull();
        assertThat(asked.records().get(1)).containsOnlyKeys("a", "b").containsEntry("a", "t");
    }

    @Test
    void givenAThousandProperties_whenRead_thenTheyAreTakenAndOneMoreIsnt() {
        assertThat(read("{\"records\":[{" + names(0, 1_000) + "},{" + names(0, 1_000) + "}]}", "x7")
                        .records())
                .hasSize(2);
        for (String record : List.of(
                names(0, 1_001), "\"deep\":{" + names(0, 1_000) + "}", "\"deep\":[{" + names(0, 1_000) + "}]")) {
            assertThatThrownBy(() -> read("{\"record\":{" + record + "}}", "x7"))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> {
                        assertThat(rejected.getStatusCode().value()).isEqualTo(422);
                        assertThat(rejected.getBody().getDetail()).contains("1000", "leave out");
                    });
        }
    }

    @Test
    void givenAModelOfMoreInputs_whenRead_thenAllOfThemAreTaken() {
        String[] inputs = IntStream.range(0, 1_500).mapToObj(i -> "x" + i).toArray(String[]::new);

        assertThat(read("{\"record\":{" + names(0, 1_500) + "}}", inputs)
                        .records()
                        .get(0))
                .hasSize(1_500);
    }

    @Test
    void givenMoreValuesThanMemoryIsFor_whenRead_then413() {
        String[] inputs = IntStream.range(0, 1_000).mapToObj(i -> "x" + i).toArray(String[]::new);
        String record = "{" + names(0, 1_000) + "}";

        assertThat(read("{\"records\":[" + record + ("," + record).repeat(499) + "]}", inputs)
                        .records())
                .hasSize(500);
        assertThatThrownBy(() -> read("{\"records\":[" + record + ("," + record).repeat(500) + "]}", inputs))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.getStatusCode().value()).isEqualTo(413));
    }
}
