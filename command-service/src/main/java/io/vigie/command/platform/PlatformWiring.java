package io.vigie.command.platform;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time and ids for everybody, events included. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PlatformWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return () -> UUID.randomUUID().toString();
    }

    @Bean
    SmartInitializingSingleton clockOfEvents(Clock clock) {
        return () -> GenericEventMessage.clock = clock;
    }
}
