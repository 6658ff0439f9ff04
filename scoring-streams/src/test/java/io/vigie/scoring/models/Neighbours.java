package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.model.ModelArtefact;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A model that compares a client with each of many others, which it has in memory. */
public final class Neighbours {

    private Neighbours() {}

    /** As the command-service would hand it out if it had let it in. */
    public static ModelArtefact artefact(int version, int rows) {
        byte[] document = document(rows);
        return ChurnVersions.artefact("churn", version, document, ChurnVersions.sha256(document));
    }

    private static byte[] document(int rows) {
        StringBuilder text = new StringBuilder("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/>")
                .append("<DataDictionary>")
                .append(each("<DataField name=\"%s\" optype=\"continuous\" dataType=\"double\"/>"))
                .append("<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>")
                .append("<NearestNeighborModel functionName=\"regression\" numberOfNeighbors=\"3\"")
                .append(" continuousScoringMethod=\"average\"><MiningSchema>")
                .append(each("<MiningField name=\"%s\"/>"))
                .append("<MiningField name=\"y\" usageType=\"target\"/></MiningSchema>")
                .append("<TrainingInstances isTransformed=\"false\"><InstanceFields>")
                .append(each("<InstanceField field=\"%1$s\" column=\"%1$s\"/>"))
                .append("<InstanceField field=\"y\" column=\"y\"/></InstanceFields><InlineTable>");
        for (int row = 0; row < rows; row++) {
            int seed = row;
            text.append("<row>")
                    .append(each(name -> "<" + name + ">" + (seed * 31 + name.hashCode()) % 97 + "</" + name + ">"))
                    .append("<y>0.")
                    .append(row % 10)
                    .append("</y></row>");
        }
        return text.append("</InlineTable></TrainingInstances>")
                .append("<ComparisonMeasure kind=\"distance\"><euclidean/></ComparisonMeasure><KNNInputs>")
                .append(each("<KNNInput field=\"%s\" compareFunction=\"absDiff\"/>"))
                .append("</KNNInputs></NearestNeighborModel></PMML>")
                .toString()
                .getBytes(UTF_8);
    }

    private static String each(String template) {
        return each(name -> String.format(Locale.ROOT, template, name));
    }

    private static String each(Function<String, String> text) {
        return ChurnFeatures.NAMES.stream().map(text).collect(Collectors.joining());
    }
}
