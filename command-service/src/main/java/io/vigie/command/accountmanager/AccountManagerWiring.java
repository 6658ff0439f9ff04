package io.vigie.command.accountmanager;

import io.vigie.command.capacity.Places;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Account managers are sourced from their own events only. */
@Configuration(proxyBeanMethods = false)
class AccountManagerWiring {

    @Bean
    AccountManagers accountManagers(@Qualifier("eventStore") EventStore eventStore, Places places) {
        EventSourcingRepository<AccountManager> repository = EventSourcingRepository.builder(AccountManager.class)
                .eventStore(eventStore)
                .filterByAggregateType()
                .build();
        return new AccountManagers(repository, places);
    }
}
