package io.vigie.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first model scores what stands before offset 10; from there on the second, with the first in its shadow. */
class SwapCheckTest {

    private final List<JsonNode> swaps =
            new ArrayList<>(List.of(swap(1, 0, "a", null), swap(2, 10, "b", "a"), swap(3, 20, "a", null)));
    private final List<JsonNode> scores = new ArrayList<>(
            List.of(score(1, 3, "a"), score(2, 9, "a"), score(3, 10, "b"), score(4, 19, "b"), score(5, 20, "a")));
    private final List<JsonNode> shadows = new ArrayList<>(List.of(score(3, 10, "a"), score(4, 19, "a")));

    @Test
    void givenScoresByWhatWasInUse_whenChecked_thenNothingIsFound() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void givenAScoreByTheEarlierModel_whenChecked_thenItIsFound() {
        scores.set(2, score(3, 10, "a"));

        assertThat(findings()).singleElement().asString().startsWith("c-1 score 3 is by");
    }

    @Test
    void givenAScoreBeforeAnyModel_whenChecked_thenItIsFound() {
        swaps.remove(0);

        assertThat(findings()).hasSize(2).allMatch(finding -> finding.contains("before any model"));
    }

    @Test
    void givenAPartitionThatGoesBack_whenChecked_thenItIsFound() {
        swaps.set(2, swap(1, 20, "a", null));

        assertThat(findings()).singleElement().asString().startsWith("partition 0 goes from");
    }

    @Test
    void givenAScoreWithoutItsShadow_whenChecked_thenItIsFound() {
        shadows.remove(1);

        assertThat(findings()).singleElement().asString().isEqualTo("c-1 score 4 lacks the shadow of a");
    }

    @Test
    void givenAShadowTwice_whenChecked_thenOnlyAnotherAnswerIsFound() {
        shadows.add(score(4, 19, "a"));
        assertThat(findings()).isEmpty();

        ((ObjectNode) shadows.get(1)).put("probability", 0.3);
        assertThat(findings()).containsExactly("c-1 score 4 has shadows of one model that differ");
    }

    @Test
    void givenAnAnswerToTheLastScoreBefore_whenChecked_thenNothingIsFound() {
        JsonNode swept = score(2, 9, "a");
        ((ObjectNode) swept).put("trigger", "model");
        shadows.add(swept);

        assertThat(findings()).isEmpty();
    }

    @Test
    void givenAShadowOfNobody_whenChecked_thenItIsFound() {
        shadows.add(score(6, 21, "a"));

        assertThat(findings()).containsExactly("c-1 score 6 has a shadow and no score");
    }

    @Test
    void givenAShadowOfAnotherModel_whenChecked_thenItIsFound() {
        shadows.add(score(4, 19, "c"));

        assertThat(findings()).containsExactly("c-1 score 4 has a shadow of another than a");
    }

    private List<String> findings() {
        Deployed deployed = new Deployed(Map.of(), swaps, shadows, List.of());
        return SwapCheck.findings(Evidence.of(
                List.of(),
                List.of(),
                Map.of("c-1", scores),
                deployed,
                new HandMade().evidence().shown()));
    }

    private static JsonNode swap(int revision, int offset, String champion, @Nullable String challenger) {
        ObjectNode swap = (ObjectNode) Json.parse("{\"name\": \"churn\", \"partition\": 0}");
        swap.put("revision", revision).put("offset", offset);
        swap.putObject("champion").put("sha256", champion);
        if (challenger != null) {
            swap.putObject("challenger").put("sha256", challenger);
        }
        return swap;
    }

    private static JsonNode score(int sequence, int offset, String model) {
        ObjectNode score = (ObjectNode) Json.parse("{\"clientId\": \"c-1\", \"trigger\": \"event\"}");
        score.put("scoreSequence", sequence);
        score.putObject("model").put("sha256", model);
        score.putObject("source").put("partition", 0).put("offset", offset);
        return score;
    }
}
