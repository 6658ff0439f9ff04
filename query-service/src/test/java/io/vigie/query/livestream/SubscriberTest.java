package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.query.livestream.Outbox.Message;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriberTest {

    private static final LiveStreamSettings SETTINGS =
            new LiveStreamSettings(4, 200, 1_000, 20_000, Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService server = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    /** The connection of somebody who is gone: whatever is written breaks off. */
    private static final class Broken extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int one) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @Test
    void givenThatTheServerCompletesUnderItsOwnLock_whenAWriteBreaksOff_thenNeitherWaitsForTheOther() throws Exception {
        Subscriber[] one = new Subscriber[1];
        one[0] = subscriber(() -> {
            // The thread that has the server's lock tells of the end, and lets nobody complete until it is through.
            server.submit(() -> one[0].end()).get(10, TimeUnit.SECONDS);
            happened.add("completed");
        });
        one[0].put("greeting", new Message("hello", "{}", Outbox.NO_CHANGE));

        one[0].onWritePossible();
        one[0].end();

        assertThat(happened).containsExactly("left", "over", "completed");
    }

    /** What the server does. */
    private interface Completing {
        void complete() throws Exception;
    }

    private Subscriber subscriber(Completing completing) throws IOException {
        ServletResponse response = proxy(ServletResponse.class, (self, method, arguments) -> new Broken());
        AsyncContext request = proxy(AsyncContext.class, (self, method, arguments) -> {
            if (method.getName().equals("getResponse")) {
                return response;
            }
            completing.complete();
            return null;
        });
        Subscriber subscriber = new Subscriber(
                request,
                "ada",
                Map.of(),
                () -> true,
                () -> happened.add("over"),
                SETTINGS,
                new StreamMeters(new SimpleMeterRegistry(), new Places(SETTINGS)));
        Position here = new Position("epoch", 0, 0);
        subscriber.join(self -> here, self -> happened.add("left"), here);
        return subscriber;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
