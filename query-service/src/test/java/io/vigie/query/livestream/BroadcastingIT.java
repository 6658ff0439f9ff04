package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Autowired
    private Listening listening;

    /** As contexts of tests do between their classes. What happens before somebody listens again is told by a reset alone. */
    @Test
    void givenBroadcastingThatWasStopped_whenItStartsAgain_thenStreamsStayAndAreTold() throws Exception {
        broadcasting.stop();
        long deaf = listening.deafMillis();
        broadcasting.start();
        assertThat(deaf).isPositive();
        listens();

        try (Watcher watcher = http.watch("clients,summary")) {
            watcher.await("hello");
            String id = Lives.id();
            publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));

            watcher.await(told -> told.isOf("clients", "clientId", id));
            watcher.await("summary");
        }
    }

    private void listens() throws InterruptedException {
        for (int tries = 0; listening.deafMillis() > 0 && tries < 200; tries++) {
            Thread.sleep(100);
        }
        assertThat(listening.deafMillis()).isZero();
    }
}
