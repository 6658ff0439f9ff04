package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Catalogue catalogue = new Catalogue("churn", nanos::get);

    @BeforeEach
    void deploy() throws Garbage {
        ModelDeployment deployment =
                new ModelDeployment("churn", 4, ChurnVersions.choice(1), ChurnVersions.choice(2), NOW);
        catalogue.add("churn".getBytes(UTF_8), JsonMapper.shared().writeValueAsBytes(deployment), 0);
    }

    @Test
    void givenAPostponedDeployment_whenSomeSecondsHavePassed_thenItIsWorthATryAgain() {
        catalogue.postponed(4);
        assertThat(catalogue.after(0)).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(catalogue.after(0)).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(catalogue.after(0)).hasSize(1);
    }

    @Test
    void givenAFailedDeployment_whenAnHourHasPassed_thenOnlyAnotherDocumentIsAReason() throws Garbage {
        catalogue.failed(4);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(catalogue.after(0)).isEmpty();

        catalogue.add("churn/2".getBytes(UTF_8), new byte[1], 1);

        assertThat(catalogue.after(0)).hasSize(1);
    }

    @Test
    void givenDeployments_whenAsked_thenItKnowsWhetherTheyNameAChallenger() {
        assertThat(catalogue.namesChallenger(4)).isTrue();
        assertThat(catalogue.namesChallenger(3)).isFalse();
    }
}
