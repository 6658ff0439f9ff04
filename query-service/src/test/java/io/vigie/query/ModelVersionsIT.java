package io.vigie.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions as they are read: what becomes of values that are missing, and what their cards say. */
@SuppressWarnings("NullAway.Init")
class ModelVersionsIT extends RunningService {

    /** A tree of which every input has another rule for values that are missing, not valid or far away. */
    private static final String RULES = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
            <DataField name="colour" optype="categorical" dataType="string"><Value value="red"/><Value value="blue"/>
            <Value value="?" property="missing"/></DataField>
            <DataField name="age" optype="continuous" dataType="double"><Interval closure="closedOpen" leftMargin="0"
            rightMargin="150"/></DataField>
            <DataField name="sites" optype="continuous" dataType="double"/>
            <DataField name="said" optype="categorical" dataType="string"/></DataDictionary>
            <TreeModel functionName="classification"><MiningSchema>
            <MiningField name="colour" missingValueReplacement="red" missingValueTreatment="asMode"/>
            <MiningField name="age" invalidValueTreatment="asMissing" missingValueReplacement="40.5"
            missingValueTreatment="asMean"/>
            <MiningField name="sites" missingValueTreatment="returnInvalid" outliers="asExtremeValues" lowValue="1"
            highValue="20"/>
            <MiningField name="said" usageType="target"/></MiningSchema>
            <Node score="few"><True/>
            <Node score="many"><SimplePredicate field="sites" operator="greaterThan" value="10"/></Node>
            <Node score="red"><SimplePredicate field="colour" operator="equal" value="red"/></Node>
            <Node score="old"><SimplePredicate field="age" operator="greaterThan" value="60"/></Node>
            </Node></TreeModel></PMML>""";

    private final String name = ModelLives.name();
    private final String rules = ModelLives.name();

    @BeforeAll
    void life() throws IOException {
        connect();
        ModelArtefact like = ModelLives.artefact(name, 1, ModelLives.churn());
        ModelArtefact trained = new ModelArtefact(
                name, 1, like.sha256(), like.document(), like.referencePoint(), like.trainingRanges(), card());
        ModelArtefact plain = ModelLives.artefact(rules, 1, RULES.getBytes(UTF_8), Map.of(), Map.of());
        publisher.send(
                Publisher.event(ModelLives.uploaded(trained, null), 1, Lives.NOON), ModelLives.handedOut(trained));
        publisher.send(Publisher.event(ModelLives.uploaded(plain, null), 1, Lives.NOON), ModelLives.handedOut(plain));
        http.until("/api/models/" + name, json -> true);
        http.until("/api/models/" + rules, json -> true);
    }

    /** One that training wrote. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> card() throws IOException {
        try (InputStream card =
                Objects.requireNonNull(ModelVersionsIT.class.getResourceAsStream("/card-of-training.json"))) {
            return JsonMapper.shared().readValue(card, Map.class);
        }
    }

    @Test
    void givenACardThatTrainingWrote_whenTheVersionIsShown_thenItsMeasuresAreAFieldOfIt() {
        JsonNode shown = http.get("/api/models/" + name + "/versions/1").json();

        assertThat(shown.get("measures").propertyNames())
                .containsExactlyInAnyOrder("auc", "averagePrecision", "logLoss", "brier", "accuracy", "f1");
        JsonNode auc = shown.at("/measures/auc");
        assertThat(auc.get("mean").asDouble()).isCloseTo(0.9073333333333333, within(1e-15));
        assertThat(auc.get("standardDeviation").asDouble()).isCloseTo(0.03083634557358147, within(1e-15));
        assertThat(auc.get("standardError").asDouble()).isCloseTo(0.028149603436125253, within(1e-15));
        assertThat(auc.get("n").asInt()).isEqualTo(3);
        assertThat(shown.at("/card/measures")).hasSize(6);
        assertThat(shown.at("/card/curves/deciles")).hasSize(10);
        assertThat(shown.at("/card/curves/roc/1/y").asDouble()).isPositive();
        assertThat(http.get("/api/models/" + rules + "/versions/1").json().get("measures"))
                .isEmpty();
    }

    @Test
    void givenRulesForMissingValues_whenTheVersionIsShown_thenEachInputTellsItsOwn() {
        JsonNode inputs =
                http.get("/api/models/" + rules + "/versions/1").json().at("/schema/inputs");

        assertThat(inputs).hasSize(3);
        JsonNode colour = inputs.get(0);
        assertThat(colour.get("missing").asString()).isEqualTo("asMode");
        assertThat(colour.get("missingReplacement").asString()).isEqualTo("red");
        assertThat(colour.get("missingMarks").toString()).isEqualTo("[\"?\"]");
        assertThat(colour.get("required").asBoolean()).isFalse();
        JsonNode age = inputs.get(1);
        assertThat(age.get("missing").asString()).isEqualTo("asMean");
        assertThat(age.get("missingReplacement").asString()).isEqualTo("40.5");
        assertThat(age.get("invalid").asString()).isEqualTo("asMissing");
        assertThat(age.at("/intervals/0/closure").asString()).isEqualTo("closedOpen");
        JsonNode sites = inputs.get(2);
        assertThat(sites.get("missing").asString()).isEqualTo("returnInvalid");
        assertThat(sites.get("missingReplacement").isNull()).isTrue();
        assertThat(sites.get("required").asBoolean()).isTrue();
        assertThat(sites.get("outliers").asString()).isEqualTo("asExtremeValues");
        assertThat(sites.get("low").asDouble()).isEqualTo(1);
        assertThat(sites.get("high").asDouble()).isEqualTo(20);
    }
}
