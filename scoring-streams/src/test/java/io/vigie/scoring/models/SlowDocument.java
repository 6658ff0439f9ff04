package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.model.ModelArtefact;
import java.util.stream.Collectors;

/** A small model that is slow: a function calls the one before it twice, and so on down to the first. */
public final class SlowDocument {

    private static final int TIMES = 17;

    private SlowDocument() {}

    /** As the command-service would hand it out if it had let it in. */
    public static ModelArtefact artefact(int version) {
        byte[] document = document();
        return ChurnVersions.artefact("churn", version, document, ChurnVersions.sha256(document));
    }

    private static byte[] document() {
        return ("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                        + inputs("<DataField name=\"", "\" optype=\"continuous\" dataType=\"double\"/>")
                        + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                        + "<TransformationDictionary>" + functions()
                        + "<DerivedField name=\"d\" optype=\"continuous\" dataType=\"double\"><Apply function=\"f"
                        + TIMES
                        + "\"><FieldRef field=\"Age\"/></Apply></DerivedField></TransformationDictionary>"
                        + "<RegressionModel functionName=\"regression\"><MiningSchema>"
                        + inputs("<MiningField name=\"", "\"/>")
                        + "<MiningField name=\"y\" usageType=\"target\"/></MiningSchema>"
                        + "<RegressionTable intercept=\"0.2\"><NumericPredictor name=\"d\" coefficient=\"0.002\"/>"
                        + "<NumericPredictor name=\"Num_Sites\" coefficient=\"0.01\"/>"
                        + "</RegressionTable></RegressionModel></PMML>")
                .getBytes(UTF_8);
    }

    private static String functions() {
        StringBuilder functions = new StringBuilder();
        for (int time = 0; time <= TIMES; time++) {
            String before = "<Apply function=\"f" + (time - 1) + "\"><FieldRef field=\"p\"/></Apply>";
            functions
                    .append("<DefineFunction name=\"f")
                    .append(time)
                    .append("\" optype=\"continuous\" dataType=\"double\"><ParameterField name=\"p\"/>")
                    .append(
                            time == 0
                                    ? "<FieldRef field=\"p\"/>"
                                    : "<Apply function=\"max\">" + before + before + "</Apply>")
                    .append("</DefineFunction>");
        }
        return functions.toString();
    }

    private static String inputs(String before, String after) {
        return ChurnFeatures.NAMES.stream().map(name -> before + name + after).collect(Collectors.joining());
    }
}
