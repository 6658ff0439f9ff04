package io.vigie.command.model;

import io.vigie.command.modelregistry.ModelRegistry;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Models are sourced from their own events only. */
@Configuration(proxyBeanMethods = false)
class ModelWiring {

    @Bean
    Models models(@Qualifier("eventStore") EventStore eventStore, ModelRegistry registry) {
        EventSourcingRepository<Model> repository = EventSourcingRepository.builder(Model.class)
                .eventStore(eventStore)
                .filterByAggregateType()
                .build();
        return new Models(repository, registry);
    }
}
