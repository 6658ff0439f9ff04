package io.vigie.training;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How many of a candidate's models are fitted: a bar on a terminal, a line now and then anywhere else, on stderr. */
final class Progress implements AutoCloseable {

    private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();

    private final String task;
    private final long most;
    private final PrintStream err = System.err;
    private final @Nullable ProgressBar bar;
    private long done;
    private long told = System.nanoTime();

    Progress(String task, long most) {
        this.task = task;
        this.most = most;
        this.bar = System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setUnit(" models", 1)
                        .setInitialMax(most)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(err))
                        .setUpdateIntervalMillis(200)
                        .build();
    }

    synchronized void step() {
        done++;
        if (bar != null) {
            bar.stepTo(done);
        } else if (System.nanoTime() - told > LINE_EVERY) {
            told = System.nanoTime();
            err.println(task + ": " + done + " of " + most + " models");
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        } else {
            err.println(task + ": " + done + " of " + most + " models");
        }
    }
}
