package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import io.vigie.query.testing.Instance;
import io.vigie.query.testing.Servers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A broker whose topics are others than they must be. */
@ExtendWith(OutputCaptureExtension.class)
class WrongTopicsIT {

    @Test
    void givenTopicWithAnotherNumberOfPartitions_whenStarted_thenRefusedInASentenceWithTheRemedy(
            CapturedOutput output) {
        try (KafkaBroker broker = KafkaBroker.temporary()) {
            broker.createTopics(Map.of(Topics.CLIENT_EVENTS.name(), 3));

            assertThatThrownBy(() -> {
                        try (Instance service = new Instance(Servers.freshDatabase(), broker.bootstrapServers())) {
                            service.http.get("/api/summary");
                        }
                    })
                    .isNotNull();

            assertThat(output)
                    .contains("Topic " + Topics.CLIENT_EVENTS.name() + " has 3 partitions, but must have 12.")
                    .contains("Set vigie.topics.partitions to what it was created with.")
                    .doesNotContain("\tat io.vigie");
        }
    }
}
