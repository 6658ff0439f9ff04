package io.vigie.command.eventstore;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The event store and one aggregate, without the rest of the service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EventStoreWiring.class, StoreIsDurable.class, StoredClient.class})
class StoreOnly {}
