package io.vigie.command.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param enabled false on an instance that only takes commands
 * @param batch the most events in one Kafka transaction, unless one transaction of the store has more
 * @param poll how often to look for events that another instance stored
 * @param gather the least time from the start of one transaction to the start of the next, unless there is a backlog
 * @param lease how long the claim of a silent instance lasts
 * @param retry how long to wait after a failure
 */
@ConfigurationProperties("vigie.relay")
record RelaySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2000") int batch,
        @DefaultValue("20ms") Duration poll,
        @DefaultValue("20ms") Duration gather,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("500ms") Duration retry) {

    /** Renewed three times before it expires. */
    Duration renewal() {
        return lease.dividedBy(3);
    }
}
