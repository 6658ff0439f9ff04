package io.vigie.command.importclients;

import io.vigie.command.client.Client;
import io.vigie.command.eventstore.EventMetadata;
import io.vigie.contracts.client.ClientEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Appends the lives of many new clients at once, as the aggregate would one by one; by whoever sent the file. */
@Component
class AppendedClients {

    private final EventStore eventStore;

    AppendedClients(@Qualifier("eventStore") EventStore eventStore) {
        this.eventStore = eventStore;
    }

    void append(String importId, String actor, List<List<ClientEvent>> clients) {
        MetaData origin = MetaData.from(Map.of(
                EventMetadata.ACTOR,
                actor,
                EventMetadata.ACTOR_KIND,
                "integration",
                EventMetadata.CORRELATION_ID,
                importId,
                EventMetadata.CAUSATION_ID,
                importId));
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (List<ClientEvent> life : clients) {
            for (int sequence = 0; sequence < life.size(); sequence++) {
                ClientEvent event = life.get(sequence);
                messages.add(new GenericDomainEventMessage<>(
                        Client.class.getSimpleName(), event.clientId(), sequence, event, origin));
            }
        }
        DefaultUnitOfWork.startAndGet(new GenericMessage<>(importId)).execute(() -> eventStore.publish(messages));
    }
}
