package io.vigie.pmml.churn;

import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.hipparchus.stat.StatUtils;

/** The churn regression as PMML 4.4, with rows to verify it that are drawn by lot over the ranges seen, not taken from the data. */
record ChurnDocument(Sample sample, LogisticRegression regression) {

    private static final int VERIFICATION_ROWS = 24;

    /** The others are whole numbers. */
    private static final Set<String> IN_HUNDREDTHS = Set.of("Total_Purchase", "Years");

    Reference reference() {
        Map<String, Double> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        for (int column = 0; column < sample.names().size(); column++) {
            double[] values = sample.column(column);
            String name = sample.names().get(column);
            // A category's reference is its mode; 0 stands for nobody when both are as frequent.
            double typical = name.equals("Account_Manager")
                    ? Arrays.stream(StatUtils.mode(values)).min().orElseThrow()
                    : StatUtils.mean(values);
            point.put(name, typical);
            ranges.put(name, new Range(StatUtils.min(values), StatUtils.max(values)));
        }
        return new Reference(point, ranges);
    }

    String pmml() {
        StringBuilder fields = new StringBuilder();
        StringBuilder mining = new StringBuilder();
        StringBuilder terms = new StringBuilder();
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < sample.names().size(); column++) {
            String name = sample.names().get(column);
            fields.append("    <DataField name=\"%s\" optype=\"continuous\" dataType=\"double\"/>\n".formatted(name));
            mining.append("      <MiningField name=\"%s\" invalidValueTreatment=\"returnInvalid\"/>\n".formatted(name));
            terms.append("      <NumericPredictor name=\"%s\" coefficient=\"%s\"/>\n"
                    .formatted(name, regression.coefficients()[column]));
            columns.append("        <VerificationField field=\"%s\" column=\"%s\"/>\n".formatted(name, name));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                  <Header description="Risk that a client leaves; see MODEL-CARD.md">
                    <Application name="io.vigie.pmml.churn.FitChurnModel"/>
                  </Header>
                  <DataDictionary>
                %s    <DataField name="Churn" optype="categorical" dataType="integer">
                      <Value value="0"/>
                      <Value value="1"/>
                    </DataField>
                  </DataDictionary>
                  <RegressionModel modelName="churn" functionName="classification" algorithmName="logistic regression" normalizationMethod="logit">
                    <MiningSchema>
                %s      <MiningField name="Churn" usageType="target"/>
                    </MiningSchema>
                    <Output>
                      <OutputField name="probability" optype="continuous" dataType="double" feature="probability" value="1"/>
                    </Output>
                    <ModelVerification recordCount="%d" fieldCount="%d">
                      <VerificationFields>
                %s        <VerificationField field="probability" column="probability" precision="1e-12" zeroThreshold="1e-15"/>
                      </VerificationFields>
                      <InlineTable>
                %s      </InlineTable>
                    </ModelVerification>
                    <RegressionTable targetCategory="1" intercept="%s">
                %s    </RegressionTable>
                    <RegressionTable targetCategory="0" intercept="0"/>
                  </RegressionModel>
                </PMML>
                """.formatted(
                        fields,
                        mining,
                        VERIFICATION_ROWS,
                        sample.names().size() + 1,
                        columns,
                        rows(),
                        regression.intercept(),
                        terms);
    }

    private String rows() {
        Random random = new Random(FitChurnModel.SEED);
        Map<String, Range> ranges = reference().trainingRanges();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < VERIFICATION_ROWS; row++) {
            double[] features = new double[sample.names().size()];
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < features.length; column++) {
                String name = sample.names().get(column);
                features[column] =
                        drawn(Objects.requireNonNull(ranges.get(name)), IN_HUNDREDTHS.contains(name), random);
                cells.append("<%s>%s</%s>".formatted(name, features[column], name));
            }
            rows.add("        <row>%s<probability>%s</probability></row>\n"
                    .formatted(cells, regression.probability(features)));
        }
        return String.join("", rows);
    }

    private static double drawn(Range range, boolean hundredths, Random random) {
        int parts = hundredths ? 100 : 1;
        int least = (int) Math.ceil(range.min() * parts);
        int most = (int) Math.floor(range.max() * parts);
        return (least + random.nextInt(most - least + 1)) / (double) parts;
    }
}
