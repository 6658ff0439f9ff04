package io.vigie.query;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;

/** Clients that champion and challenger have scored; some of them have left. */
@SuppressWarnings("NullAway.Init")
abstract class ScoredByBoth extends RunningService {

    static final Bands BANDS = new Bands(0.3, 0.6);

    final String name = ModelLives.name();
    final ModelArtefact first = ModelLives.artefact(name, 1, ModelLives.churn());
    final ModelArtefact second = ModelLives.artefact(name, 2, ModelLives.churn(-14));
    final Map<String, double[]> stay = new LinkedHashMap<>();
    final Map<String, double[]> gone = new LinkedHashMap<>();
    Http scientist;

    @BeforeAll
    void life() {
        connect();
        scientist = http.as(Tokens.of("data-scientist"));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(ModelLives.two(first, second));
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            both(
                    stay,
                    Math.floor(random.nextDouble() * 100) / 100,
                    Math.floor(random.nextDouble() * 100) / 100,
                    records);
        }
        for (int i = 0; i < 29; i++) {
            both(gone, Math.sqrt(random.nextDouble()), random.nextDouble(), records);
        }
        answeredToAnother(records);
        publisher.send(records);
        gone.keySet().forEach(this::leave);
        http.until(
                "/api/models/" + name + "/comparison",
                json -> json.get("clients").asInt() == 40
                        && json.get("departures").asInt() == 29);
    }

    void both(
            Map<String, double[]> clients,
            double champion,
            double challenger,
            List<ProducerRecord<byte[], byte[]>> records) {
        String id = Lives.id();
        ClientScore like = Lives.score(id, 1, 1, champion, null);
        clients.put(id, new double[] {champion, challenger});
        records.add(Publisher.event(Lives.registered(id, "Zenobia", "Quillfeather", "TX", null), 1, Lives.NOON));
        records.add(Publisher.score(ModelLives.score(first, like, champion)));
        records.add(Publisher.shadow(ModelLives.score(second, like, challenger)));
    }

    /** A client that the challenger has scored anew already, and the champion not yet: nobody compares that. */
    private void answeredToAnother(List<ProducerRecord<byte[], byte[]>> records) {
        String id = Lives.id();
        records.add(Publisher.event(Lives.registered(id, "Zenobia", "Quillfeather", "TX", null), 1, Lives.NOON));
        records.add(Publisher.score(ModelLives.score(first, Lives.score(id, 1, 1, 0.1, null), 0.1)));
        records.add(Publisher.shadow(ModelLives.score(second, Lives.score(id, 2, 1, 0.9, null), 0.9)));
    }

    /** With the score that says so, to which the challenger's last one doesn't belong. */
    void leave(String id) {
        ClientScore departed = ModelLives.score(first, Lives.score(id, 2, 2, 0.5, null), 0.5);
        publisher.send(
                Publisher.event(new ClientDeparted(id, LocalDate.parse("2026-03-01"), null, null), 2, Lives.NOON),
                Publisher.score(Lives.without(departed, Outcome.DEPARTED)));
    }
}
