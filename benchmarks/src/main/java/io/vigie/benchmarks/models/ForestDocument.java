package io.vigie.benchmarks.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.pmml.Model;
import io.vigie.pmml.Range;
import java.util.List;
import java.util.Random;

/** A forest over a model's inputs, of complete trees whose splits lie somewhere in the training ranges. */
final class ForestDocument {

    private final Model like;
    private final Random random = new Random(100);
    private final StringBuilder text = new StringBuilder();

    private ForestDocument(Model like) {
        this.like = like;
    }

    static byte[] of(Model like, int trees, int depth) {
        return new ForestDocument(like).write(trees, depth).getBytes(UTF_8);
    }

    private String write(int trees, int depth) {
        text.append("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>");
        for (String input : like.inputs()) {
            text.append("<DataField name=\"").append(input).append("\" optype=\"continuous\" dataType=\"double\"/>");
        }
        text.append("<DataField name=\"Churn\" optype=\"categorical\" dataType=\"integer\"><Value value=\"0\"/>")
                .append("<Value value=\"1\"/></DataField></DataDictionary>")
                .append("<MiningModel functionName=\"classification\">");
        schema();
        text.append("<Output><OutputField name=\"p\" optype=\"continuous\" dataType=\"double\" feature=\"probability\"")
                .append(" value=\"1\"/></Output><Segmentation multipleModelMethod=\"average\">");
        for (int tree = 0; tree < trees; tree++) {
            text.append("<Segment><True/><TreeModel functionName=\"classification\"")
                    .append(" splitCharacteristic=\"binarySplit\">");
            schema();
            text.append("<Node><True/>");
            split(depth);
            text.append("</Node></TreeModel></Segment>");
        }
        return text.append("</Segmentation></MiningModel></PMML>").toString();
    }

    private void schema() {
        text.append("<MiningSchema>");
        like.inputs()
                .forEach(input ->
                        text.append("<MiningField name=\"").append(input).append("\"/>"));
        text.append("<MiningField name=\"Churn\" usageType=\"target\"/></MiningSchema>");
    }

    private void split(int levels) {
        if (levels == 0) {
            return;
        }
        List<String> inputs = like.inputs();
        String input = inputs.get(random.nextInt(inputs.size()));
        Range range = like.trainingRanges().getOrDefault(input, new Range(0, 1));
        double bound = range.min() + random.nextDouble() * (range.max() - range.min());
        for (String operator : List.of("lessOrEqual", "greaterThan")) {
            text.append("<Node score=\"").append(random.nextInt(2)).append("\"><SimplePredicate field=\"");
            text.append(input).append("\" operator=\"").append(operator).append("\" value=\"");
            text.append(bound).append("\"/>");
            if (levels == 1) {
                share(0);
                share(1);
            }
            split(levels - 1);
            text.append("</Node>");
        }
    }

    private void share(int category) {
        text.append("<ScoreDistribution value=\"").append(category).append("\" recordCount=\"");
        text.append(1 + random.nextInt(50)).append("\"/>");
    }
}
