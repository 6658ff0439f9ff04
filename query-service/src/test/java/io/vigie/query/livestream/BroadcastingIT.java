package io.vigie.query.livestream;

import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Watcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class BroadcastingIT extends RunningService {

    @Autowired
    private Broadcasting broadcasting;

    /** As contexts of tests do between their classes. */
    @Test
    void givenBroadcastingThatWasStopped_whenItStartsAgain_thenStreamsStayAndAreTold() {
        broadcasting.stop();
        broadcasting.start();

        try (Watcher watcher = http.watch("clients,summary")) {
            watcher.await("hello");
            String id = Lives.id();
            publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));

            watcher.await(told -> told.isOf("clients", "clientId", id));
            watcher.await("summary");
        }
    }
}
