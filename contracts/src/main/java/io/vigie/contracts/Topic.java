package io.vigie.contracts;

import java.util.Map;

/**
 * A topic as it must exist.
 *
 * @param name frozen
 * @param partitioned true for the topics whose number of partitions is the setting (12 by default); false for one
 * @param configuration topic settings by Kafka's own names
 */
public record Topic(String name, boolean partitioned, Map<String, String> configuration) {

    /** How many partitions this topic has where the setting says {@code setting}. */
    public int partitions(int setting) {
        return partitioned ? setting : 1;
    }
}
