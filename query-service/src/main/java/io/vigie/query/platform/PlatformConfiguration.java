package io.vigie.query.platform;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every use case may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PlantedBug.class, TopicSettings.class})
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
