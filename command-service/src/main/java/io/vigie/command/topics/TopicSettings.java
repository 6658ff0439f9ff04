package io.vigie.command.topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics are laid out.
 *
 * @param partitions of the partitioned topics, at least 1; never to be changed while there are events
 * @param replication copies of each partition, at least 1
 */
@ConfigurationProperties("vigie.topics")
public record TopicSettings(
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replication) {}
