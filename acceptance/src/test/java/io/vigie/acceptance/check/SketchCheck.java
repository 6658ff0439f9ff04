package io.vigie.acceptance.check;

import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.pmml.Model;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What is told of each version and day is what its first answers of that day to each client say, as champion or challenger:
 * no client is left out or counted twice, whatever was killed or deployed in between.
 */
final class SketchCheck {

    private static final Comparator<JsonNode> BY_TIME =
            Comparator.comparing(answer -> Instant.parse(answer.path("scoredAt").asString()));

    /** Sorted by version and day, which differences are told by. */
    private final TreeMap<String, Map<String, JsonNode>> first = new TreeMap<>();

    private final List<String> findings = new ArrayList<>();

    private SketchCheck(Evidence evidence) {
        Map<String, JsonNode> scores = new HashMap<>();
        evidence.scores().values().stream().flatMap(List::stream).forEach(score -> scores.put(number(score), score));
        List<JsonNode> answers = new ArrayList<>(scores.values());
        for (JsonNode shadow : evidence.deployed().shadows()) {
            JsonNode score = scores.get(number(shadow));
            if (score != null && day(score).equals(day(shadow))) {
                answers.add(shadow);
            }
        }
        answers.stream()
                .filter(answer -> !answer.path("outcome").asString("").equals("departed"))
                .sorted(BY_TIME)
                .forEach(answer -> first.computeIfAbsent(place(answer), any -> new HashMap<>())
                        .putIfAbsent(answer.path("clientId").asString(), answer));
    }

    static List<String> findings(Evidence evidence) {
        SketchCheck check = new SketchCheck(evidence);
        Map<String, List<ModelSketch>> told = new TreeMap<>();
        evidence.deployed().sketches().forEach(sketch -> told.computeIfAbsent(
                        sketch.version() + "/" + sketch.day(), any -> new ArrayList<>())
                .add(sketch));
        check.first.forEach((place, answers) ->
                check.compare(place, List.copyOf(answers.values()), told.getOrDefault(place, List.of()), evidence));
        told.keySet().stream()
                .filter(place -> !check.first.containsKey(place))
                .forEach(place -> check.findings.add("sketches of " + place + ", which answered to nobody"));
        return check.findings;
    }

    private void compare(String place, List<JsonNode> answers, List<ModelSketch> told, Evidence evidence) {
        Map<String, Sketch> inputs = new TreeMap<>();
        Sketch score = Sketch.EMPTY;
        for (ModelSketch sketch : told) {
            score = score.merged(sketch.score());
            sketch.inputs().forEach((input, one) -> inputs.merge(input, one, Sketch::merged));
        }
        compare(place + " score", answers, "probability", "", score);
        String sha256 = answers.get(0).path("model").path("sha256").asString("");
        Model model = evidence.deployed().models().get(sha256);
        if (model == null) {
            findings.add(place + " answered by a model that there isn't");
            return;
        }
        for (String input : model.inputs()) {
            compare(place + " " + input, answers, "features", input, inputs.getOrDefault(input, Sketch.EMPTY));
        }
    }

    private void compare(String what, List<JsonNode> answers, String field, String name, Sketch told) {
        double[] values = answers.stream()
                .map(answer ->
                        name.isEmpty() ? answer.path(field) : answer.path(field).path(name))
                .mapToDouble(value -> value.asDouble(Double.NaN))
                .toArray();
        Sketch expected = Sketch.of(values);
        if (told.missing() != expected.missing() || !told.bins().equals(expected.bins())) {
            findings.add("sketch of %s counts %d records in %s, by the scores %d in %s"
                    .formatted(what, told.records(), told.bins(), expected.records(), expected.bins()));
        }
    }

    private static String place(JsonNode answer) {
        return answer.path("model").path("version").asInt() + "/" + day(answer);
    }

    private static LocalDate day(JsonNode answer) {
        return LocalDate.ofInstant(Instant.parse(answer.path("scoredAt").asString()), ZoneOffset.UTC);
    }

    private static String number(JsonNode answer) {
        return answer.path("clientId").asString() + "#"
                + answer.path("scoreSequence").asLong();
    }
}
