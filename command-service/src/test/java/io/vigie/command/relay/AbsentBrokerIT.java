package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.command.testing.Servers;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** The broker is away for a while: that shows, and the relay goes on by itself. */
class AbsentBrokerIT {

    @TempDir
    Path folder;

    @Test
    void givenBrokerThatIsAway_whenItIsBack_thenHealthAndLagTellBoth() throws Exception {
        KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        try (RelayRig rig = new RelayRig(Servers.newDatabase(), kafka.bootstrapServers())) {
            rig.store("a", 0, 2);
            rig.awaitRelayed();
            assertThat(health(rig)).isEqualTo(Status.UP);

            kafka.close();
            RelayRig.await(() -> health(rig).equals(Status.DOWN));
            rig.store("a", 2, 3);
            RelayRig.await(() -> gauge(rig, "vigie.relay.lag") == 3);
            RelayRig.await(() -> gauge(rig, "vigie.relay.oldest.unsent.seconds") >= 2);

            kafka = KafkaBroker.start(folder.resolve("kafka"), kafka.port());
            RelayRig.await(() -> health(rig).equals(Status.UP));
            rig.awaitRelayed();
            RelayRig.await(() -> gauge(rig, "vigie.relay.lag") == 0);
            assertThat(gauge(rig, "vigie.relay.oldest.unsent.seconds")).isZero();
            assertThat(rig.publishedIds(Topics.CLIENT_EVENTS.name(), "a")).isEqualTo(rig.eventIds("a"));
        } finally {
            kafka.close();
        }
    }

    @Test
    void givenInstanceThatOnlyTakesCommands_whenTheBrokerIsAway_thenItsHealthIsUp() {
        KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        try (RelayRig relaying = new RelayRig(Servers.newDatabase(), kafka.bootstrapServers());
                RelayRig taking =
                        new RelayRig(Servers.newDatabase(), kafka.bootstrapServers(), "--vigie.relay.enabled=false")) {
            kafka.close();
            RelayRig.await(() -> health(relaying).equals(Status.DOWN));

            assertThat(health(taking)).isEqualTo(Status.UP);
        } finally {
            kafka.close();
        }
    }

    private static Status health(RelayRig rig) {
        return rig.bean(RelayHealth.class).health().getStatus();
    }

    private static double gauge(RelayRig rig, String name) {
        return rig.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
