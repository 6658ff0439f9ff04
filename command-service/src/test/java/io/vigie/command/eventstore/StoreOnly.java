package io.vigie.command.eventstore;

import io.vigie.command.platform.PlantedBug;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The event store and one aggregate, without the rest of the service. */
@EnableAutoConfiguration
@Import({EventStoreWiring.class, StoreIsDurable.class, PlantedBug.class, StoredClient.class})
class StoreOnly {}
