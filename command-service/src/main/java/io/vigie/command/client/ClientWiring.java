package io.vigie.command.client;

import io.vigie.command.capacity.Places;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clients are sourced from their own events only: an account manager of the same id is no client. */
@Configuration(proxyBeanMethods = false)
class ClientWiring {

    @Bean
    Clients clients(@Qualifier("eventStore") EventStore eventStore, Places places) {
        EventSourcingRepository<Client> repository = EventSourcingRepository.builder(Client.class)
                .eventStore(eventStore)
                .filterByAggregateType()
                .build();
        return new Clients(repository, places);
    }
}
