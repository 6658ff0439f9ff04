package io.vigie.command.distributemodels;

import io.vigie.command.distributemodels.HandedOut.Version;
import io.vigie.command.platform.CrashPoint;
import io.vigie.command.platform.KafkaAccess;
import io.vigie.contracts.model.ModelDeployment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.stereotype.Component;

/**
 * Brings Kafka to what the tables say, one instance at a time. A decision is sent when every document that it names has been
 * acknowledged. Whoever loses the lock on the way may have sent a decision after a newer one of somebody else; it notices when
 * it notes that, and the next round, under the lock again, sends all decisions as they are by then.
 */
@Component
class Distribution {

    private static final int LARGEST_RECORD = 33_554_432;

    private final DataSource dataSource;
    private final KafkaAccess kafka;
    private final DistributionMetrics metrics;
    private final CrashPoint crash;
    private boolean documentsAgain = true;
    private boolean decisionsAgain = true;

    Distribution(DataSource dataSource, KafkaAccess kafka, DistributionMetrics metrics, CrashPoint crash) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.metrics = metrics;
        this.crash = crash;
    }

    /**
     * Hands out what wasn't yet; the first time everything, as the broker may have lost what it had. Does nothing while another
     * instance is at it.
     *
     * @throws KafkaException when the broker didn't take it; the next round tries again
     */
    synchronized void round() throws SQLException {
        if (!documentsAgain && !decisionsAgain && metrics.unpublished() == 0) {
            return;
        }
        try (Connection session = dataSource.getConnection()) {
            Optional<HandedOut> alone = HandedOut.alone(session);
            if (alone.isPresent()) {
                try (HandedOut handedOut = alone.get()) {
                    handOut(handedOut);
                }
            }
        }
    }

    private void handOut(HandedOut handedOut) throws SQLException {
        boolean allDecisions = decisionsAgain;
        decisionsAgain = true;
        // Read first: the documents that they name are there by now, a newer one names others.
        List<ModelDeployment> decided = handedOut.decided(allDecisions);
        List<Version> versions = handedOut.versions(documentsAgain);
        if (!decided.isEmpty() || !versions.isEmpty()) {
            send(handedOut, decided, versions);
        }
        documentsAgain = false;
        decisionsAgain = false;
    }

    private void send(HandedOut handedOut, List<ModelDeployment> decided, List<Version> versions) throws SQLException {
        Producer<String, byte[]> producer = kafka.largeRecordProducer(LARGEST_RECORD);
        try {
            for (Version version : versions) {
                acknowledged(producer, handedOut.artefact(version));
                handedOut.published(version);
            }
            crash.reached("models.before-decisions");
            for (ModelDeployment deployment : decided) {
                acknowledged(producer, ModelRecords.deployment(deployment));
                handedOut.published(deployment);
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private void acknowledged(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> sent) {
        try {
            producer.send(sent).get();
            metrics.published();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
