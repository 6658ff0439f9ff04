package io.vigie.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.Person;
import io.vigie.command.testing.RunningService;
import java.util.List;
import java.util.Map;

/** Models of a service, and what is stored of them. */
record ModelScene(RunningService service) {

    /** Makes a version champion, by two persons. */
    void promote(String name, int version) {
        Answer proposed = Person.signedIn(service, "cleo")
                .send("PUT", champion(name), "{\"version\":" + version + ",\"reason\":\"first\"}");
        Answer done = Person.signedIn(service, "dan")
                .send(
                        "PUT",
                        champion(name),
                        "{\"version\":" + version + ",\"proposalId\":\""
                                + proposed.json().get("proposalId").asString() + "\"}");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
    }

    /** Where the champion is named. */
    static String champion(String name) {
        return "/api/models/" + name + "/aliases/champion";
    }

    /** Where the challenger is named. */
    static String challenger(String name) {
        return "/api/models/" + name + "/aliases/challenger";
    }

    /** Uploads a document. */
    Answer upload(String name, String document, String... headers) {
        return service.sendAs(
                "application/xml", "POST", "/api/models/" + name + "/versions", document.getBytes(UTF_8), headers);
    }

    /** Uploads a form of parts. */
    Answer form(String name, String... parts) {
        return service.sendAs(
                ModelDocuments.FORM, "POST", "/api/models/" + name + "/versions", ModelDocuments.form(parts));
    }

    /** The types of the events of a model, in their order. */
    List<String> events(String name) {
        return service.jdbc()
                .queryForList(
                        "select event_type from read_as_text where aggregate_identifier = ? order by version",
                        String.class,
                        "model:" + name);
    }

    /** The payload of the event that led to a revision. */
    String payload(String name, int revision) {
        return String.valueOf(service.jdbc()
                .queryForObject(
                        "select payload::text from read_as_text where aggregate_identifier = ? and version = ?",
                        String.class,
                        "model:" + name,
                        revision));
    }

    /** The token of that event. */
    String token(String name, int revision) {
        return String.valueOf(service.jdbc()
                .queryForObject(
                        "select transaction_id from read_as_text where aggregate_identifier = ? and version = ?",
                        String.class,
                        "model:" + name,
                        revision));
    }

    /** What is decided of a model. */
    Map<String, Object> deployment(String name) {
        return service.jdbc()
                .queryForMap("select revision, champion, challenger from model_deployment where name = ?", name);
    }
}
