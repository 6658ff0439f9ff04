package io.vigie.scoring.scoreclient;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Never throws and never answers below zero, either of which would stop the consumer or lose the record unseen. Whether
 * the time is believable is judged with the rest of the record.
 */
public final class TolerantTimestamps implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }
}
