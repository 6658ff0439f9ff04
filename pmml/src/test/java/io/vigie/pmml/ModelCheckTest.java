package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTest {

    private final Model model = Models.committed("churn", 1);
    private final String document = committed();

    @Test
    void givenTheCommittedModel_whenLoadedFromItsBytes_thenAccepted() {
        assertThat(load(document).sha256()).isEqualTo(model.sha256());
    }

    @Test
    void givenDoctype_whenLoaded_thenRefused() {
        String bomb =
                document.replace("<PMML ", "<!DOCTYPE PMML [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<PMML ");

        refused(() -> load(bomb), "DOCTYPE", "not allowed");
    }

    @Test
    void givenExternalEntity_whenLoaded_thenRefused() {
        refused(
                () -> load(document.replace("<PMML ", "<!DOCTYPE PMML SYSTEM \"file:///etc/hostname\">\n<PMML ")),
                "DOCTYPE",
                "not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.ArrayList",
                "io.vigie.pmml.ModelCheckTest$Planted",
                "jar:http://example.org/a.jar",
                "matches",
                "replace",
                "nonsense",
                ""
            })
    void givenFunctionOffTheAllowList_whenLoaded_thenRefusedAndNoClassIsInstantiated(String function) {
        refused(() -> load(derived("<Apply function=\"" + function + "\"><FieldRef field=\"Age\"/></Apply>")), "Apply");
        assertThat(Planted.instances).isZero();
    }

    @Test
    void givenFunctionOnTheAllowList_whenLoaded_thenAccepted() {
        assertThat(load(derived("<Apply function=\"sqrt\"><FieldRef field=\"Age\"/></Apply>"))
                        .inputs())
                .contains("Age");
    }

    @Test
    void givenFunctionNamedLikeAClass_whenDefined_thenRefused() {
        String function = "<DefineFunction name=\"java.lang.Object\" optype=\"continuous\">"
                + "<ParameterField name=\"x\"/><FieldRef field=\"x\"/></DefineFunction>";

        refused(() -> load(transformations(function)), "DefineFunction");
    }

    @Test
    void givenNestingOfTwentyThousand_whenLoaded_thenRefusedWithoutOverflow() {
        String deep =
                "<Apply function=\"abs\">".repeat(20_000) + "<FieldRef field=\"Age\"/>" + "</Apply>".repeat(20_000);

        refused(() -> load(derived(deep)), "Apply", "deeper than 128");
    }

    @Test
    void givenMoreElementsOrBytesThanAllowed_whenChecked_thenRefused() {
        byte[] bytes = document.getBytes(UTF_8);

        refused(() -> new ModelCheck(new DocumentLimits(1_000_000, 50, 128)).check(bytes), "more than 50");
        refused(() -> new ModelCheck(new DocumentLimits(500, 1000, 128)).check(bytes), "larger than 500");
    }

    @Test
    void givenFieldDerivedFromItself_whenLoaded_thenRefused() {
        refused(() -> load(derived("<FieldRef field=\"derived\"/>")), "DerivedField", "back to itself");
    }

    @Test
    void givenFunctionsThatCallEachOther_whenLoaded_thenRefused() {
        String functions = function("f", "g") + function("g", "f");

        refused(() -> load(transformations(functions)), "DefineFunction", "back to itself");
    }

    @Test
    void givenLongChainOfDefinitions_whenLoaded_thenRefused() {
        StringBuilder chain = new StringBuilder();
        for (int link = 0; link < 5_000; link++) {
            chain.append("<DerivedField name=\"d").append(link).append("\" optype=\"continuous\" dataType=\"double\">");
            chain.append("<FieldRef field=\"")
                    .append(link == 0 ? "Age" : "d" + (link - 1))
                    .append("\"/></DerivedField>");
        }

        refused(() -> load(transformations(chain.toString())), "DerivedField", "100 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinity", "-INF", "NaN", "1e400", "-1E+999"})
    void givenCoefficientThatIsNotFinite_whenLoaded_thenRefused(String coefficient) {
        String infinite = document.replaceFirst(
                "name=\"Years\" coefficient=\"[^\"]*\"", "name=\"Years\" coefficient=\"" + coefficient + "\"");

        refused(() -> load(infinite), "NumericPredictor", "coefficient is not a finite number");
    }

    @Test
    void givenConstantThatIsNotFinite_whenLoaded_thenRefused() {
        refused(() -> load(derived("<Constant dataType=\"double\">1e400</Constant>")), "Constant");
    }

    @Test
    void givenUndefinedField_whenLoaded_thenRefusedAlthoughTheEvaluatorWouldVerifyIt() {
        refused(() -> load(derived("<FieldRef field=\"Shoe_Size\"/>")), "FieldRef", "not defined");
        refused(
                () -> load(document.replace("<NumericPredictor name=\"Age\"", "<NumericPredictor name=\"Shoe_Size\"")),
                "NumericPredictor",
                "not defined");
    }

    @Test
    void givenInputThatWeCannotSupply_whenLoaded_thenRefused() {
        String asking = document.replace("\"Age\"", "\"Shoe_Size\"").replace("Age>", "Shoe_Size>");

        refused(() -> load(asking), "MiningSchema", "other inputs");
    }

    @Test
    void givenWrongVerificationRow_whenLoaded_thenRefused() {
        String wrong = document.replaceFirst("<probability>0\\.[0-9]+<", "<probability>0.5<");

        refused(() -> load(wrong), "PMML");
    }

    @Test
    void givenNoVerificationRows_whenLoaded_thenRefused() {
        refused(
                () -> load(document.replaceAll("(?s)<ModelVerification.*</ModelVerification>", "")),
                "ModelVerification");
    }

    @Test
    void givenTwoModels_whenLoaded_thenRefused() {
        String model = document.substring(document.indexOf("<RegressionModel"), document.indexOf("</PMML>"));

        refused(() -> load(document.replace("</PMML>", model + "</PMML>")), "exactly one model");
    }

    @Test
    void givenUnsupportedModel_whenLoaded_thenRefusedByName() {
        refused(
                () -> load(document.replace("RegressionModel", "AnomalyDetectionModel")),
                "AnomalyDetectionModel",
                "not supported");
        refused(
                () -> load(document.replace("modelName=", "missingValueStrategy=\"aggregateNodes\" modelName=")),
                "aggregateNodes");
    }

    @Test
    void givenNoProbabilityAmongTheOutputs_whenLoaded_thenRefused() {
        refused(() -> load(document.replaceAll("(?s)<Output>.*</Output>", "")), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<PMML", "not xml", "<html/>"})
    void givenNoPmml_whenLoaded_thenRefused(String text) {
        refused(() -> load(text), "");
    }

    private Model load(String text) {
        return Models.load(
                "churn", 1, text.getBytes(UTF_8), new Reference(model.referencePoint(), model.trainingRanges()));
    }

    private String derived(String expression) {
        return transformations("<DerivedField name=\"derived\" optype=\"continuous\" dataType=\"double\">" + expression
                + "</DerivedField>");
    }

    private String transformations(String content) {
        return document.replace(
                "<RegressionModel",
                "<TransformationDictionary>" + content + "</TransformationDictionary><RegressionModel");
    }

    private static String function(String name, String calls) {
        return "<DefineFunction name=\"" + name + "\" optype=\"continuous\"><ParameterField name=\"x\"/>"
                + "<Apply function=\"" + calls + "\"><FieldRef field=\"x\"/></Apply></DefineFunction>";
    }

    private static void refused(ThrowingCallable load, String... said) {
        assertThatThrownBy(load).isInstanceOf(ModelRefused.class).hasMessageContainingAll(said);
    }

    private static String committed() {
        try (InputStream stream = Models.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /** Counts how often a document got it instantiated. */
    public static class Planted {
        static int instances;

        /** As a class loader would. */
        public Planted() {
            instances++;
        }
    }
}
