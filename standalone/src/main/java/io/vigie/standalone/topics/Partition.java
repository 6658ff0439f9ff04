package io.vigie.standalone.topics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partition as the broker has it.
 *
 * @param leader broker id, −1 for none
 * @param end the offset after the last committed record
 * @param lag how many records the consumer groups that read it are behind, all together; null when none reads it
 */
record Partition(
        String topic,
        int partition,
        int leader,
        List<Integer> replicas,
        List<Integer> inSync,
        long beginning,
        long end,
        @Nullable Long lag) {}
