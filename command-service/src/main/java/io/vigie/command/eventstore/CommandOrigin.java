package io.vigie.command.eventstore;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Copies who, what for and why from a command to the events it leads to. */
final class CommandOrigin implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        MetaData told = message.getMetaData();
        return Map.of(
                EventMetadata.ACTOR, told.getOrDefault(EventMetadata.ACTOR, "local"),
                EventMetadata.ACTOR_KIND, told.getOrDefault(EventMetadata.ACTOR_KIND, "user"),
                EventMetadata.CORRELATION_ID, told.getOrDefault(EventMetadata.CORRELATION_ID, message.getIdentifier()),
                EventMetadata.CAUSATION_ID, told.getOrDefault(EventMetadata.CAUSATION_ID, message.getIdentifier()));
    }
}
