package io.vigie.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** Models to be asked for records: one of numbers, and one of texts and truth values. */
@SuppressWarnings("NullAway.Init")
abstract class EvaluableModels extends RunningService {

    static final String RECORD =
            "{\"Age\":42,\"Total_Purchase\":11066.8,\"Account_Manager\":1,\"Years\":\"7.22\",\"Num_Sites\":11}";
    static final String HEADER = "Age,Total_Purchase,Account_Manager,Years,Num_Sites";
    static final String ROW = "42,11066.8,1,7.22,11";

    /** Says the text that it is given, of one field. */
    static final String TREE = """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
            <DataField name="colour" optype="categorical" dataType="string"/>
            <DataField name="flag" optype="categorical" dataType="boolean"/>
            <DataField name="said" optype="categorical" dataType="string"/></DataDictionary>
            <TreeModel functionName="classification"><MiningSchema><MiningField name="colour"/>
            <MiningField name="flag"/><MiningField name="said" usageType="target"/></MiningSchema>
            <Node score="@none"><True/>
            <Node score="=red"><SimplePredicate field="colour" operator="equal" value="red"/></Node>
            <Node score="flagged"><SimplePredicate field="flag" operator="equal" value="true"/></Node>
            </Node></TreeModel></PMML>""";

    final String name = ModelLives.name();
    final String path = "/api/models/" + name + "/versions/1/evaluations";
    final String tree = ModelLives.name();
    Http scientist;

    @BeforeAll
    void life() {
        connect();
        scientist = http.as(Tokens.of("data-scientist"));
        ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
        ModelArtefact other = ModelLives.artefact(tree, 1, TREE.getBytes(UTF_8), Map.of(), Map.of());
        publisher.send(Publisher.event(ModelLives.uploaded(first, null), 1, Lives.NOON), ModelLives.handedOut(first));
        publisher.send(Publisher.event(ModelLives.uploaded(other, null), 1, Lives.NOON), ModelLives.handedOut(other));
        http.until("/api/models/" + tree, json -> true);
        http.until("/api/models/" + name, json -> true);
    }

    Http.Answer csv(String model, String file) {
        return scientist.post("/api/models/" + model + "/versions/1/evaluations", "text/csv", file.getBytes(UTF_8));
    }

    static double expected() {
        return ((io.vigie.pmml.Evaluation.Scored) ModelLives.CHURN.evaluate(Map.of(
                        "Age",
                        42.0,
                        "Total_Purchase",
                        11066.8,
                        "Account_Manager",
                        1.0,
                        "Years",
                        7.22,
                        "Num_Sites",
                        11.0)))
                .probability();
    }
}
