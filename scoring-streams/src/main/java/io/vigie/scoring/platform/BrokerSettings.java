package io.vigie.scoring.platform;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is, by the names that Spring Boot gives these settings.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param properties any of Kafka's own settings for every client, such as how to sign in
 */
@ConfigurationProperties("spring.kafka")
record BrokerSettings(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue Map<String, String> properties) {

    /** For any client. */
    Map<String, Object> common() {
        Map<String, Object> common = new HashMap<>(properties);
        common.put("bootstrap.servers", bootstrapServers);
        common.put("enable.metrics.push", false);
        return common;
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
