package io.vigie.access.requests;

import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.recordreads.Reads;
import io.vigie.access.signin.Sessions;
import io.vigie.access.tokens.Tokens;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where tokens and sessions are kept, for a service that has a database of them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("vigie.access.database.url")
class Keeping {

    @Bean
    AccessDatabase accessDatabase(AccessSettings settings) {
        AccessSettings.Database kept = Objects.requireNonNull(settings.database());
        AccessDatabase database = new AccessDatabase(kept);
        if (kept.migrate()) {
            database.migrate();
        }
        return database;
    }

    @Bean
    Tokens tokens(AccessDatabase database, ObjectProvider<Clock> clock) {
        return new Tokens(database, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Sessions sessions(AccessDatabase database, ObjectProvider<Clock> clock) {
        return new Sessions(database, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Reads reads(AccessDatabase database, ObjectProvider<Clock> clock) {
        return new Reads(database, clock.getIfAvailable(Clock::systemUTC));
    }
}
