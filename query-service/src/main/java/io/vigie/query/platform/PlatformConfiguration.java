package io.vigie.query.platform;

import io.vigie.contracts.score.Bands;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every use case may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BandSettings.class, PlantedBug.class, TopicSettings.class})
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Bands bands(BandSettings settings) {
        return new Bands(settings.mediumFrom(), settings.highFrom());
    }
}
