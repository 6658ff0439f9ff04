package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.embedded.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void givenARunningPart_whenItIsKilled_thenItIsStartedAgain() {
        ShellPart part = new ShellPart("sleep 600");
        Watch watch = watch(part);
        await(() -> watch.state().state().equals("running"));
        long first = part.pid();
        RunningProcess.of(first).orElseThrow().signal("KILL");
        await(() -> watch.state().state().equals("running") && part.pid() != first);
        assertThat(watch.state().restarts()).isEqualTo(1);
        watch.stop();
        assertThat(RunningProcess.of(part.pid())).isEmpty();
        assertThat(watch.state().state()).isEqualTo("stopped");
    }

    /** As the command-service does not while Kafka is away: starting it again would only cost it its commands. */
    @Test
    void givenARunningPart_whenItServesNoMore_thenItIsLeftAlone() throws Exception {
        ShellPart part = new ShellPart("sleep 600");
        Watch watch = watch(part);
        await(() -> watch.state().state().equals("running"));
        long first = part.pid();
        part.serves = false;
        Thread.sleep(1_000);
        assertThat(RunningProcess.of(first)).isPresent();
        assertThat(part.pid()).isEqualTo(first);
        assertThat(told).isEmpty();
        watch.stop();
    }

    @Test
    void givenAPartThatEndsAtOnce_whenWatched_thenItIsTriedAgainAndTheFailuresAreCounted() {
        Watch watch = watch(new ShellPart("sleep 0.3"), false);
        await(() -> watch.failedStarts() >= 3);
        watch.stop();
        assertThat(watch.hasServed()).isFalse();
        assertThat(told).contains("edge ended; starting it again");
    }

    @Test
    void givenAPartThatCannotEvenStart_whenWatched_thenTheReasonIsTold() {
        Watch watch = watch(new ShellPart(null));
        await(() -> watch.failedStarts() >= 2);
        watch.stop();
        assertThat(told).contains("edge ended (no such program); starting it again");
    }

    private Watch watch(ShellPart part) {
        return watch(part, true);
    }

    private Watch watch(ShellPart part, boolean serves) {
        part.serves = serves;
        Watch watch = new Watch(part, told::add, () -> {});
        watch.begin();
        return watch;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static final class ShellPart implements Part {

        private final @Nullable String command;
        private volatile boolean serves;
        private volatile @Nullable RunningProcess process;

        ShellPart(@Nullable String command) {
            this.command = command;
        }

        @Override
        public PartName name() {
            return PartName.EDGE;
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public RunningProcess start() throws IOException {
            if (command == null) {
                throw new IOException("no such program");
            }
            long pid = new ProcessBuilder("/bin/sh", "-c", "exec " + command)
                    .start()
                    .pid();
            RunningProcess started = RunningProcess.of(pid).orElseThrow();
            process = started;
            return started;
        }

        @Override
        public boolean serves() {
            return serves;
        }

        @Override
        public void stop() {
            RunningProcess current = process;
            if (current != null) {
                current.stop("TERM", Duration.ofSeconds(10));
            }
        }

        long pid() {
            RunningProcess current = process;
            return current == null ? 0 : current.pid();
        }
    }
}
