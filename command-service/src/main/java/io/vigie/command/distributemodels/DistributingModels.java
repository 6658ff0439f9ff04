package io.vigie.command.distributemodels;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Does rounds for as long as the service runs; what fails is tried again for ever. */
@Component
@EnableConfigurationProperties(DistributionSettings.class)
final class DistributingModels implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DistributingModels.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final DistributionSettings settings;
    private final Distribution distribution;
    private final DistributionMetrics metrics;
    private volatile @Nullable Thread worker;
    private String lastTrouble = "";

    DistributingModels(DistributionSettings settings, Distribution distribution, DistributionMetrics metrics) {
        this.settings = settings;
        this.distribution = distribution;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "model-distribution");
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    private void work() {
        try {
            while (isRunning()) {
                round();
                Thread.sleep(settings.poll().toMillis());
            }
        } catch (InterruptedException | InterruptException stopped) {
            LOG.debug("The distribution of models stops");
        }
    }

    private void round() {
        try {
            distribution.round();
            metrics.succeeded();
            lastTrouble = "";
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException | SQLException | DataAccessException notNow) {
            trouble(notNow);
        } catch (RuntimeException unforeseen) {
            LOG.error("The distribution of models stopped at something unforeseen and is tried again", unforeseen);
            trouble(unforeseen);
        }
    }

    private void trouble(Exception failure) {
        metrics.failed();
        if (!lastTrouble.equals(failure.getClass().getName())) {
            lastTrouble = failure.getClass().getName();
            LOG.warn(
                    "Models can't be handed out now, which is tried again until they are: {}",
                    failure.getClass().getSimpleName());
        }
    }
}
