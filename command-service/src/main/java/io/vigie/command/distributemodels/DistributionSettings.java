package io.vigie.command.distributemodels;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How models are handed out.
 *
 * @param enabled false on an instance that leaves it to others
 * @param poll how often to look for something new, and how long to wait after a failure
 */
@ConfigurationProperties("vigie.models.distribution")
record DistributionSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration poll) {}
