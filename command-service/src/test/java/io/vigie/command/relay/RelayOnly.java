package io.vigie.command.relay;

import io.vigie.command.platform.CrashPoint;
import io.vigie.command.platform.KafkaAccess;
import io.vigie.command.platform.PlantedBug;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Store, topics, relay and reconciler with one small aggregate, without the use cases. */
@EnableAutoConfiguration
@ComponentScan({
    "io.vigie.command.eventstore",
    "io.vigie.command.relay",
    "io.vigie.command.topics",
    "io.vigie.command.reconcile"
})
@Import({KafkaAccess.class, PlantedBug.class})
class RelayOnly {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    HookedCrashPoint crashPoint() {
        return new HookedCrashPoint();
    }

    /** Lets a test do something where a process could die. */
    static final class HookedCrashPoint extends CrashPoint {

        private volatile Consumer<String> hook = place -> {};

        HookedCrashPoint() {
            super(false, "");
        }

        void onReached(Consumer<String> newHook) {
            hook = newHook;
        }

        @Override
        public void reached(String place) {
            hook.accept(place);
        }
    }
}
