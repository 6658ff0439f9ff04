package io.vigie.query.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.testing.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ListeningIT {

    @Test
    void givenAConnectionThatIsGoneWithoutAWord_whenNothingIsHeard_thenItIsToldAndThereIsAnother() throws Exception {
        LiveStreamSettings settings =
                new LiveStreamSettings(1, 1, 1, 10, Duration.ofSeconds(20), Duration.ofSeconds(10));
        try (Line line = new Line();
                HikariDataSource views = new HikariDataSource()) {
            views.setJdbcUrl(Servers.postgres()
                    .jdbcUrl(Servers.freshDatabase())
                    .replaceFirst("//[^/]+/", "//127.0.0.1:" + line.port() + "/"));
            views.setUsername(Servers.postgres().user());
            views.setPassword(Servers.postgres().password());
            Listening listening = new Listening(views, new Hub(List.of(), settings));
            listening.start();
            Thread thread = new Thread(listening, "listening");
            thread.start();
            try {
                within(20, () -> line.opened > 0 && listening.deafMillis() == 0);

                line.cut();

                within(25, () -> listening.deafMillis() > 5_000);
                within(25, () -> listening.deafMillis() == 0);
            } finally {
                listening.stop();
                thread.interrupt();
                thread.join(5_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static void within(int seconds, BooleanSupplier condition) throws InterruptedException {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(seconds));
            Thread.sleep(50);
        }
    }

    /** To the database; after a cut nothing more comes through what was open, and nobody is told. */
    private static final class Line implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private volatile int cuts;
        private volatile int opened;

        Line() throws IOException {
            run(this::accept);
        }

        int port() {
            return door.getLocalPort();
        }

        void cut() {
            cuts++;
        }

        private static void run(Runnable work) {
            Thread thread = new Thread(work, "line");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            try {
                while (true) {
                    Socket here = door.accept();
                    Socket there = new Socket(
                            InetAddress.getLoopbackAddress(), Servers.postgres().port());
                    int before = cuts;
                    opened++;
                    run(() -> pass(here, there, before));
                    run(() -> pass(there, here, before));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private void pass(Socket from, Socket to, int before) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[8_192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (cuts == before) {
                        out.write(buffer, 0, n);
                    }
                }
                if (cuts == before) {
                    to.close();
                }
            } catch (IOException gone) {
                // As lines are.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
