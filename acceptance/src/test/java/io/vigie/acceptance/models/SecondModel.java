package io.vigie.acceptance.models;

/** Another churn model than the one that Vigie brings: three inputs, other weights. */
public final class SecondModel {

    public static final String DOCUMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
              <Header description="Second churn model of the tests"/>
              <DataDictionary>
                <DataField name="Age" optype="continuous" dataType="double"/>
                <DataField name="Years" optype="continuous" dataType="double"/>
                <DataField name="Num_Sites" optype="continuous" dataType="double"/>
                <DataField name="Churn" optype="categorical" dataType="integer">
                  <Value value="0"/>
                  <Value value="1"/>
                </DataField>
              </DataDictionary>
              <RegressionModel modelName="second" functionName="classification" normalizationMethod="logit">
                <MiningSchema>
                  <MiningField name="Age"/>
                  <MiningField name="Years"/>
                  <MiningField name="Num_Sites"/>
                  <MiningField name="Churn" usageType="target"/>
                </MiningSchema>
                <Output>
                  <OutputField name="probability" optype="continuous" dataType="double" feature="probability" value="1"/>
                </Output>
                <RegressionTable intercept="-9.5" targetCategory="1">
                  <NumericPredictor name="Age" coefficient="0.02"/>
                  <NumericPredictor name="Years" coefficient="0.3"/>
                  <NumericPredictor name="Num_Sites" coefficient="0.6"/>
                </RegressionTable>
                <RegressionTable intercept="0" targetCategory="0"/>
              </RegressionModel>
            </PMML>
            """;

    private SecondModel() {}
}
