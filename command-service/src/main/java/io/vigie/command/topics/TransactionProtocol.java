package io.vigie.command.topics;

import io.vigie.command.platform.KafkaAccess;
import io.vigie.web.StartRefused;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes the cluster back to an older transaction protocol where {@code vigie.kafka.transaction-version} says so: a
 * cluster that is Vigie's own may have been formatted with one that leaves hanging transactions behind a killed broker
 * (docs/adr/0007). 0, the default, leaves the cluster as it is. The start goes on only when the broker itself tells the
 * older one: producers ask it, and it hears from the controller a moment later.
 */
@Component
final class TransactionProtocol implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionProtocol.class);

    private static final String FEATURE = "transaction.version";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final KafkaAccess kafka;
    private final short wanted;

    TransactionProtocol(KafkaAccess kafka, @Value("${vigie.kafka.transaction-version:0}") short wanted) {
        this.kafka = kafka;
        this.wanted = wanted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted == 0) {
            return;
        }
        try (Admin admin = kafka.admin()) {
            short found = finalized(admin);
            if (found > wanted) {
                admin.updateFeatures(
                                Map.of(FEATURE, new FeatureUpdate(wanted, UpgradeType.SAFE_DOWNGRADE)),
                                new UpdateFeaturesOptions().timeoutMs((int) PATIENCE.toMillis()))
                        .all()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                awaitTold(admin);
                LOG.info("{} of the Kafka cluster is {} now, it was {}", FEATURE, wanted, found);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new StartRefused(
                    "The Kafka cluster at " + kafka.servers() + " doesn't take " + FEATURE + " " + wanted + ": "
                            + (e.getCause() == null
                                    ? "no answer"
                                    : e.getCause().getClass().getSimpleName()) + ".",
                    "Let its administrator set it (kafka-features.sh downgrade --feature " + FEATURE + "=" + wanted
                            + "), or unset vigie.kafka.transaction-version.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", "Start again.");
        }
    }

    private void awaitTold(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (finalized(admin) > wanted) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static short finalized(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        FinalizedVersionRange range = admin.describeFeatures()
                .featureMetadata()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .finalizedFeatures()
                .get(FEATURE);
        return range == null ? 0 : range.maxVersionLevel();
    }
}
