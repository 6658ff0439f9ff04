package io.vigie.query.bandchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.score.Bands;
import io.vigie.pmml.Model;
import io.vigie.query.bandchanges.BandChanges.Count;
import io.vigie.query.bandchanges.Rescoring.Against;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.web.Rejected;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class RescoringIT extends RunningService {

    private static final Bands BANDS = new Bands(0.3, 0.6);

    @Autowired
    private DataSource views;

    private final List<String> clients = new ArrayList<>();

    @BeforeAll
    void life() {
        connect();
        for (int i = 0; i < 8; i++) {
            String id = Lives.id();
            clients.add(id);
            publisher.send(
                    Publisher.event(Lives.registered(id), 1, Lives.NOON),
                    Publisher.score(Lives.score(id, 1, 1, i / 8.0, null)));
        }
        for (String id : clients) {
            http.until("/api/clients/" + id, json -> json.get("risk").isObject());
        }
    }

    private BandChanges told(int chunk, Duration most) {
        Count count = new Count(100_000);
        new Rescoring(views, BANDS, chunk, most).all("churn", ModelLives.CHURN, count);
        return count.told(1, null);
    }

    @Test
    void givenChunksOfAnySize_whenAllAreAsked_thenEachClientIsCountedOnce() {
        BandChanges whole = told(100_000, Duration.ofMinutes(1));

        assertThat(whole.clients()).isGreaterThanOrEqualTo(8);
        assertThat(whole.changed()).isPositive();
        for (int chunk : new int[] {1, 3, 8, (int) whole.clients()}) {
            BandChanges told = told(chunk, Duration.ofMinutes(1));
            assertThat(told.clients()).isEqualTo(whole.clients());
            assertThat(told.items()).isEqualTo(whole.items());
        }
    }

    @Test
    void givenNoTimeLeft_whenAllAreAsked_then503() {
        assertThatThrownBy(() -> told(3, Duration.ZERO)).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.getStatusCode().value())
                .isEqualTo(503));
    }

    /** That model, which is told of the first client that it is asked for. */
    private static Model tellingOfTheFirst(Model model, Runnable told) {
        AtomicBoolean first = new AtomicBoolean(true);
        return (Model) Proxy.newProxyInstance(
                Model.class.getClassLoader(), new Class<?>[] {Model.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("evaluate") && first.getAndSet(false)) {
                        told.run();
                    }
                    return method.invoke(model, arguments);
                });
    }

    @Test
    void givenAnotherChampionMeanwhile_whenAllAreAsked_then503AndAfterwardsAgainstTheNewOne() {
        String own = ModelLives.name();
        ModelArtefact one = ModelLives.artefact(own, 1, ModelLives.churn());
        publisher.send(ModelLives.two(one, ModelLives.artefact(own, 2, ModelLives.churn(-17))));
        List<String> scored = List.of(Lives.id(), Lives.id());
        for (String id : scored) {
            publisher.send(
                    Publisher.event(Lives.registered(id), 1, Lives.NOON),
                    Publisher.score(ModelLives.score(one, Lives.score(id, 1, 1, 0.2, null), 0.2)));
        }
        for (String id : scored) {
            http.until("/api/clients/" + id, json -> json.get("risk").isObject());
        }
        Model promoting = tellingOfTheFirst(ModelLives.CHURN, () -> {
            publisher.send(
                    Publisher.event(new ModelPromoted(own, Alias.CHAMPION, 2, 1, "better", "bob"), 5, Lives.NOON));
            http.until("/api/models/" + own, json -> json.get("champion").asInt() == 2);
        });
        Rescoring rescoring = new Rescoring(views, BANDS, 1, Duration.ofMinutes(1));

        assertThatThrownBy(() -> rescoring.all(own, promoting, new Count(9)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        changed -> assertThat(changed.getStatusCode().value()).isEqualTo(503));
        assertThat(rescoring.all(own, ModelLives.CHURN, new Count(9))).contains(new Against(2));
    }
}
