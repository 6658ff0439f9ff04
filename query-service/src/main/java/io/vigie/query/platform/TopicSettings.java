package io.vigie.query.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the topics must look like.
 *
 * @param partitions of the partitioned topics
 * @param replication used where a topic is created
 */
@ConfigurationProperties("vigie.topics")
public record TopicSettings(
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replication) {}
