package io.vigie.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A data scientist and an agency manager who change the champion, ask again when they get no answer, and go on. */
public final class ModelWork {

    private static final String CHURN = "/api/models/churn";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningVigie vigie;
    private final Session scientist;
    private final Session manager;

    private ModelWork(RunningVigie vigie, Session scientist, Session manager) {
        this.vigie = vigie;
        this.scientist = scientist;
        this.manager = manager;
    }

    /** Two new people; the second version of the model is there afterwards. */
    public static ModelWork start(RunningVigie vigie) throws IOException, InterruptedException {
        Session admin = Session.signIn(
                vigie.api(), vigie.credentials().account(), vigie.credentials().password());
        ModelWork work = new ModelWork(
                vigie,
                admin.person("scientist", List.of("data-scientist"), ""),
                admin.person("boss", List.of("agency-manager"), ""));
        Map<String, String> xml = Map.of("Content-Type", "application/xml");
        Answer uploaded =
                work.scientist.send(vigie.api().origin(), "POST", CHURN + "/versions", SecondModel.DOCUMENT, xml);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.body().path("version").asInt()).isEqualTo(2);
        return work;
    }

    /** Does the next of: let the second version score in shadow, make it champion, go back to the first. */
    public void next(int step) throws InterruptedException {
        switch (step % 3) {
            case 0 -> definite(scientist, "PUT", CHURN + "/aliases/challenger", of(2, "How would it do?"));
            case 1 -> promote(2);
            default -> definite(scientist, "POST", CHURN + "/rollback", Map.of("reason", "Back again."));
        }
    }

    /** By one person, and then by another. */
    public void promote(int version) throws InterruptedException {
        String path = CHURN + "/aliases/champion";
        Answer proposed = definite(scientist, "PUT", path, of(version, "It knows better."));
        String proposal = proposed.body().path("proposalId").asString();
        Map<String, Object> body = Map.of("version", version, "reason", "It does know better.", "proposalId", proposal);
        definite(manager, "PUT", path, body);
    }

    /** Waits until every partition has what was decided last. */
    public void awaitInPlace() throws InterruptedException {
        Patience.await(
                "the models are in place",
                PATIENCE,
                () -> scientist.get(CHURN).body().path("inPlace").asBoolean(false));
    }

    /** Waits until nobody's risk is by another version than the champion. */
    public void awaitAllBy(int version) throws InterruptedException {
        Patience.await("every risk is by the champion", PATIENCE, () -> vigie.api().all("/api/clients").stream()
                .filter(client -> client.path("status").asString("").equals("active"))
                .allMatch(client -> client.path("risk").path("modelVersion").asInt() == version));
    }

    /** The version whose scores are the risk. */
    public int champion() throws IOException, InterruptedException {
        return scientist.get(CHURN).body().path("champion").asInt();
    }

    private static Map<String, Object> of(int version, String reason) {
        return Map.of("version", version, "reason", reason);
    }

    /** With the same key until there is an answer that says yes or no; it has to say yes. */
    private Answer definite(Session who, String method, String path, Map<String, Object> body)
            throws InterruptedException {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer[] last = new Answer[1];
        Patience.await("an answer about models", PATIENCE, () -> {
            last[0] = who.send(vigie.api().origin(), method, path, Json.write(body), key);
            return last[0].status() < 500 && last[0].status() != 429;
        });
        assertThat(last[0].succeeded()).as(last[0].text()).isTrue();
        return last[0];
    }
}
