package io.vigie.command.relay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * From where a relay goes on.
 *
 * @param position of the last event that is surely on Kafka, with all before it
 * @param sent how many those are
 * @param endOffsets beyond the last event of each partition
 * @param alreadyThere ids of events after the position that are on Kafka too
 */
record StartingPoint(Position position, long sent, Map<TopicPartition, Long> endOffsets, Set<String> alreadyThere) {

    StartingPoint {
        endOffsets = new HashMap<>(endOffsets);
        alreadyThere = new HashSet<>(alreadyThere);
    }
}
