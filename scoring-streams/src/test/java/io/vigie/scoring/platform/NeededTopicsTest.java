package io.vigie.scoring.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NeededTopicsTest {

    private final NeededTopics topics = new NeededTopics(12);

    @Test
    void givenTopicWithAnotherNumberOfPartitions_whenChecked_thenOneSentenceWithTheRemedy() {
        assertThat(topics.mismatch(Map.of("vigie.client.events.v1", 12, "vigie.retries.v1", 6)))
                .contains("The topic vigie.retries.v1 has 6 partitions but must have 12: "
                        + "set vigie.topics.partitions to what it was when the data were made.");
        assertThat(topics.mismatch(Map.of("vigie.dead-letters.v1", 2))).isPresent();
    }

    @Test
    void givenTopicsAsTheyMustBe_whenChecked_thenNothingToSay() {
        assertThat(topics.mismatch(Map.of("vigie.client.events.v1", 12, "vigie.dead-letters.v1", 1)))
                .isEmpty();
        assertThat(topics.mismatch(Map.of())).isEmpty();
    }
}
