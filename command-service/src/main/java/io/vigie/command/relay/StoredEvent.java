package io.vigie.command.relay;

import io.vigie.command.eventstore.AggregateIds;

/**
 * An event as it lies in the store.
 *
 * @param sequenceNumber from 0
 * @param payload the value on Kafka, byte by byte
 */
record StoredEvent(
        Position position,
        String eventId,
        String aggregateId,
        long sequenceNumber,
        String time,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata) {

    /** Whom it is about, which is the key on Kafka. */
    String subject() {
        return AggregateIds.subject(aggregateId);
    }
}
