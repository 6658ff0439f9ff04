package io.vigie.query.modelquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@SuppressWarnings("NullAway.Init")
class ScoredClientsIT extends RunningService {

    private static final Duration YEAR = Duration.ofDays(365);

    @Autowired
    private DataSource views;

    private int matured(String name, Limits limits, Duration after) {
        AtomicInteger scores = new AtomicInteger();
        ScoredClients scored =
                new ScoredClients(new JdbcTemplate(views), limits, name, 1, Lives.NOON.plus(after), YEAR);
        scored.matured(Months.upTo(Lives.NOON.plus(after).minus(YEAR), 1, 1), score -> scores.incrementAndGet());
        return scores.get();
    }

    @Test
    void givenAScore_whenItsHorizonEnds_thenItHasMaturedAndWithoutTimeOrRoomItIs503() {
        String name = ModelLives.name();
        String id = Lives.id();
        publisher.send(
                Publisher.event(Lives.registered(id), 1, Lives.NOON),
                Publisher.score(ModelLives.score(
                        ModelLives.artefact(name, 1, ModelLives.churn()), Lives.score(id, 1, 1, 0.5, null), 0.5)));
        http.until("/api/clients/" + id, json -> json.get("risk").isObject());

        assertThat(matured(name, Limits.within(Duration.ofMinutes(1)), YEAR)).isZero();
        assertThat(matured(name, Limits.within(Duration.ofMinutes(1)), YEAR.plusSeconds(1)))
                .isEqualTo(1);
        for (Limits limits : List.of(
                Limits.within(Duration.ZERO),
                new Limits(System.nanoTime() + Duration.ofMinutes(1).toNanos(), 0))) {
            assertThatThrownBy(() -> matured(name, limits, YEAR.plusSeconds(1)))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                                    rejected.getStatusCode().value())
                            .isEqualTo(503));
        }
    }
}
