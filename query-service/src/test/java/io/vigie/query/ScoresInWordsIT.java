package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The history of a client's scores tells each one's reasons in words. */
class ScoresInWordsIT extends RunningService {

    private final String client = Lives.id();
    private final String scores = "/api/clients/" + client + "/scores";

    @BeforeAll
    void life() {
        connect();
        ModelArtefact version = ModelLives.artefact(ModelLives.name(), 1, ModelLives.churn());
        publisher.send(
                Publisher.event(ModelLives.uploaded(version, null), 1, Lives.NOON), ModelLives.handedOut(version));
        http.until("/api/models/" + version.name() + "/versions/1", json -> true);
        publisher.send(
                Publisher.event(Lives.registered(client), 1, Lives.NOON),
                Publisher.score(ModelLives.score(version, Lives.score(client, 1, 1, 0.4, null), 0.4)),
                Publisher.score(Lives.score(client, 2, 1, 0.5, null)),
                Publisher.score(Lives.without(Lives.score(client, 3, 1, null, null), Outcome.UNSCORABLE)));
        http.until(scores, json -> json.get("items").size() == 3);
    }

    private List<String> texts(JsonNode answer, int item) {
        return answer.get("items")
                .get(item)
                .get("reasons")
                .valueStream()
                .map(reason -> reason.get("text").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB, fr;q=0.5|8 sites (average 8.6) raises the risk by 40 points"
                        + "|7.2 years as a client (average 5.3) lowers the risk by 10 points",
                "fr-CA|8 sites (moyenne 8,6) : le risque augmente de 40 points"
                        + "|client depuis 7,2 ans (moyenne 5,3) : le risque baisse de 10 points",
                "de, fr;q=0.5|8 sites (moyenne 8,6) : le risque augmente de 40 points"
                        + "|client depuis 7,2 ans (moyenne 5,3) : le risque baisse de 10 points",
                "tlh|8 sites (average 8.6) raises the risk by 40 points"
                        + "|7.2 years as a client (average 5.3) lowers the risk by 10 points",
                ";;q=x|8 sites (average 8.6) raises the risk by 40 points"
                        + "|7.2 years as a client (average 5.3) lowers the risk by 10 points"
            })
    void givenALanguage_whenScoresAreListed_thenTheirReasonsAreToldInIt(String asked, String first, String second) {
        JsonNode answer = http.get(scores, "Accept-Language", asked).json();

        assertThat(texts(answer, 2)).containsExactly(first, second);
    }

    @Test
    void givenNoLanguage_whenScoresAreListed_thenInEnglishWithWhatIsUsualWhereTheVersionIsKnown() {
        JsonNode answer = http.get(scores).json();

        assertThat(texts(answer, 2)).first().isEqualTo("8 sites (average 8.6) raises the risk by 40 points");
        assertThat(texts(answer, 1)).first().asString().matches("8 sites .*raises the risk by 40 points");
        assertThat(texts(answer, 0)).isEmpty();
        assertThat(answer.at("/items/2/reasons/0").propertyNames())
                .containsExactly("feature", "value", "contribution", "text");
    }
}
