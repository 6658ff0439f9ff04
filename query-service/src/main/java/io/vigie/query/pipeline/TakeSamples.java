package io.vigie.query.pipeline;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.pipeline.Samples.Sample;
import io.vigie.query.projection.Offsets;
import io.vigie.query.trackprogress.Behind;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks once a second how much has passed, so that whoever asks is told a rate at once. */
@Component
final class TakeSamples implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TakeSamples.class);
    private static final long PACE_MILLIS = 1_000;

    private final Samples samples = new Samples();
    private final JdbcTemplate jdbc;
    private final Behind behind;
    private volatile boolean running;
    private boolean told;
    private Thread thread = new Thread(this::run, "pipeline-samples");

    TakeSamples(DataSource views, Behind behind) {
        this.jdbc = new JdbcTemplate(views);
        this.behind = behind;
    }

    Samples samples() {
        return samples;
    }

    private void run() {
        while (running) {
            try {
                take();
                told = false;
            } catch (RuntimeException unavailable) {
                if (!told) {
                    LOG.warn(
                            "How much has passed can't be read now: {}",
                            unavailable.getClass().getSimpleName());
                }
                told = true;
            }
            try {
                Thread.sleep(PACE_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void take() {
        Map<String, Long> records = Offsets.records(jdbc);
        samples.add(new Sample(
                System.nanoTime(),
                behind.relay().map(RelayProgress::sent).orElse(null),
                records.getOrDefault(Topics.CLIENT_EVENTS.name(), 0L),
                records.getOrDefault(Topics.CLIENT_SCORES.name(), 0L)));
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "pipeline-samples");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
