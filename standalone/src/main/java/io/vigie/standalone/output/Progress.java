package io.vigie.standalone.output;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far something is: a bar on a terminal, a line now and then anywhere else. Always on stderr. */
public final class Progress implements AutoCloseable {

    private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();

    private final String task;
    private final PrintStream err = System.err;
    private final @Nullable ProgressBar bar;
    private long done;
    private long most;
    private long told = System.nanoTime();

    /**
     * Begins at nothing.
     *
     * @param most how much there is to do; may grow later
     */
    public Progress(String task, String unit, long most) {
        this.task = task;
        this.most = most;
        this.bar = System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setUnit(" " + unit, 1)
                        .setInitialMax(most)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(err))
                        .setUpdateIntervalMillis(200)
                        .build();
    }

    /** So much is done, of so much. */
    public synchronized void at(long now, long of) {
        done = now;
        most = of;
        if (bar != null) {
            bar.maxHint(of);
            bar.stepTo(now);
        } else if (System.nanoTime() - told > LINE_EVERY) {
            told = System.nanoTime();
            err.println(task + ": " + now + " of " + of);
        }
    }

    /** One more is done. */
    public synchronized void step() {
        at(done + 1, most);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        } else {
            err.println(task + ": " + done + " of " + most);
        }
    }
}
