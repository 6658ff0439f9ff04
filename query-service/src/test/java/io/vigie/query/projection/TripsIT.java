package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.postgresql.core.v3.QueryExecutorImpl;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How often a batch waits for the database, however many tables it writes: for its offsets, for what is known, for what is
 * parked, for all its rows, and for the commit.
 */
@SuppressWarnings("NullAway.Init")
class TripsIT extends RunningService {

    private static final int TRIPS = 5;

    @Autowired
    private List<Track<?, ?>> tracks;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<Register<?>> registers;

    @Test
    void givenEventsThatWriteFiveTables_whenProjected_thenAllIsWrittenInOneTrip() {
        OwnViews views = new OwnViews(tracks, ledgers, registers);
        Projector projector = views.projector(true);
        projector.handle(views.stored(Lives.managed("m")));
        List<ConsumerRecord<byte[], byte[]>> events = views.stored(List.of(
                Publisher.event(Lives.registered("one"), 1, Lives.NOON),
                Publisher.event(new AccountManagerAssigned("one", "m", null, "x"), 2, Lives.NOON),
                Publisher.event(Lives.registered("two"), 1, Lives.NOON)));
        List<ConsumerRecord<byte[], byte[]>> scores =
                views.stored(List.of(Publisher.score(Lives.score("one", 1, 1, 0.2, new SourcePosition(0, 4)))));

        assertThat(trips(() -> projector.handle(events))).isEqualTo(TRIPS);
        assertThat(trips(() -> projector.handle(scores))).isEqualTo(TRIPS);

        assertThat(views.count("client_view")).isEqualTo(2);
        assertThat(views.count("client_fact")).isEqualTo(2);
        assertThat(views.count("client_score")).isEqualTo(1);
    }

    /** The driver's marks behind which it waits for answers. */
    private static int trips(Runnable work) {
        Logger driver = Logger.getLogger(QueryExecutorImpl.class.getName());
        AtomicInteger marks = new AtomicInteger();
        Thread here = Thread.currentThread();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord told) {
                if (Thread.currentThread() == here && told.getMessage().contains("FE=> Sync")) {
                    marks.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = driver.getLevel();
        counter.setLevel(Level.ALL);
        driver.addHandler(counter);
        driver.setLevel(Level.ALL);
        try {
            work.run();
        } finally {
            driver.setLevel(before);
            driver.removeHandler(counter);
        }
        return marks.get();
    }
}
