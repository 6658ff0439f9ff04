package io.vigie.acceptance.check;

import io.vigie.acceptance.system.Json;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Evidence of a client and an account manager, complete and without a fault until somebody changes a piece of it. */
final class HandMade {

    static final String ACTOR = "admin";

    private static final Instant TIME = Instant.parse("2026-03-02T10:15:30Z");
    private static final Model MODEL = Models.committed("churn", 1);

    final ObjectNode registered = json("""
            {"clientId": "c-1", "personal": {"name": "Ada", "company": "Engines", "location": "1 Mill Lane, AE 09001"},
             "state": "AE", "age": 44, "onboardedOn": "2020-03-02", "years": 5.5, "totalPurchase": 9800.50,
             "numSites": 14, "accountManagerId": "m-1", "managedElsewhere": false}""");
    final ObjectNode record = score(2, 9900.5);
    final ObjectNode score = record.deepCopy();
    final ObjectNode client = json("""
            {"clientId": "c-1", "name": "Ada", "company": "Engines", "location": "1 Mill Lane, AE 09001",
             "state": "AE", "age": 44, "onboardedOn": "2020-03-02", "totalPurchase": 9900.50, "numSites": 14,
             "accountManager": {"accountManagerId": "m-1", "name": "Grace"}, "managedElsewhere": false,
             "status": "active", "version": 2}""");
    final ObjectNode manager = json("""
            {"accountManagerId": "m-1", "name": "Grace", "status": "active", "capacity": 3, "version": 2, "load": 1,
             "atRisk": 1, "valueAtRisk": 9900.5}""");
    final ObjectNode event = listed(1, "client-registered", registered);
    final ObjectNode summary = json("""
            {"clients": 1, "active": 1, "left": 0, "byBand": {"low": 0, "medium": 0, "high": 1}, "atRisk": 1,
             "unassignedAtRisk": 0, "valueAtRisk": 9900.5}""");
    ModelSketch sketch = sketch(score(1, 9800.5));
    final ObjectNode state = json("""
            {"state": "AE", "clients": 1, "low": 0, "medium": 0, "high": 1, "atRisk": 1, "valueAtRisk": 9900.50}""");

    HandMade() {
        ObjectNode risk = client.putObject("risk");
        risk.set("score", record.path("probability"));
        risk.set("band", record.path("band"));
        risk.set("reasons", record.path("reasons").deepCopy());
        risk.put("model", "churn").put("modelVersion", 1);
        risk.set("scoredAt", record.path("scoredAt"));
        risk.put("clientVersion", 2);
        client.put("years", 5.5 + 10 / 365.25);
        state.set("averageScore", record.path("probability"));
    }

    Evidence evidence() {
        ObjectNode purchase = json("""
                {"clientId": "c-1", "amount": 100, "totalPurchase": 9900.50}""");
        List<StoredEvent> store = List.of(
                stored("c-1", 1, "client-registered", registered),
                stored("c-1", 2, "purchase-recorded", purchase),
                stored("m-1", 1, "account-manager-registered", json("""
                        {"accountManagerId": "m-1", "personal": {"name": "Grace"}, "capacity": 2}""")),
                stored("m-1", 2, "account-manager-capacity-changed", json("""
                        {"accountManagerId": "m-1", "capacity": 3}""")));
        ObjectNode first = score(1, 9800.5);
        return Evidence.of(
                store,
                store,
                Map.of("c-1", List.of(first, record)),
                Deployed.only(MODEL, sketch),
                new Shown(
                        LocalDate.parse("2026-03-12"),
                        Map.of("c-1", client),
                        Map.of("c-1", List.of(event, listed(2, "purchase-recorded", purchase))),
                        Map.of("c-1", List.of(score, first)),
                        Map.of("m-1", manager),
                        summary,
                        List.of(state)));
    }

    private static StoredEvent stored(String aggregate, long version, String type, JsonNode payload) {
        return new StoredEvent(aggregate + "#" + version, aggregate, version, type, 1, TIME, ACTOR, payload);
    }

    private static ObjectNode listed(long version, String type, ObjectNode payload) {
        ObjectNode listed = json("""
                {"revision": 1, "time": "2026-03-02T10:15:30Z", "actor": "admin"}""");
        listed.put("version", version).put("eventId", "c-1#" + version).put("type", type);
        listed.set("payload", payload.deepCopy());
        return listed;
    }

    private static ObjectNode score(long version, double purchases) {
        Map<String, Double> features = new TreeMap<>(Map.of(
                "Age", 44.0, "Total_Purchase", purchases, "Account_Manager", 1.0, "Years", 5.5, "Num_Sites", 14.0));
        ObjectNode score = json("""
                {"clientId": "c-1", "trigger": "event", "outcome": "scored", "band": "high",
                 "reasons": [{"feature": "Num_Sites"}], "scoredAt": "2026-03-02T10:15:30.123456789Z",
                 "model": {"name": "churn", "version": 1}}""");
        score.put("clientVersion", version).put("scoreSequence", version).put("eventId", "c-1#" + version);
        score.put("probability", ((Scored) MODEL.evaluate(features)).probability());
        ((ObjectNode) score.path("model")).put("sha256", MODEL.sha256());
        ObjectNode told = score.putObject("features");
        features.forEach(told::put);
        return score;
    }

    private static ModelSketch sketch(ObjectNode score) {
        Map<String, Sketch> inputs = new TreeMap<>();
        score.path("features")
                .properties()
                .forEach(feature -> inputs.put(
                        feature.getKey(), Sketch.of(feature.getValue().asDouble())));
        return new ModelSketch(
                "churn",
                1,
                LocalDate.parse("2026-03-02"),
                0,
                Sketch.of(score.path("probability").asDouble()),
                inputs,
                TIME);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.parse(text);
    }
}
