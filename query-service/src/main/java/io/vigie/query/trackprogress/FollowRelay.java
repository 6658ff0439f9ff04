package io.vigie.query.trackprogress;

import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.platform.Wire;
import io.vigie.query.projection.Feeds;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.stereotype.Component;

/** Reads every position that the relay publishes, in each instance for itself. */
@Component
final class FollowRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowRelay.class);

    private final RelayPositions positions;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private long newest = -1;

    FollowRelay(Feeds feeds, RelayPositions positions) {
        this.positions = positions;
        Map<String, Object> settings = feeds.settings();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        ContainerProperties properties = new ContainerProperties(
                new TopicPartitionOffset(Topics.RELAY_PROGRESS.name(), 0, TopicPartitionOffset.SeekPosition.BEGINNING));
        properties.setMessageListener((MessageListener<byte[], byte[]>) this::follow);
        properties.setClientId("vigie-query-progress");
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setBeanName("relay-progress");
    }

    private void follow(ConsumerRecord<byte[], byte[]> position) {
        if (position.offset() <= newest) {
            // The broker has lost positions: what they said of offsets need not be true of what was sent since.
            positions.clear();
        }
        newest = position.offset();
        try {
            positions.add(Wire.read(position.value(), RelayProgress.class));
        } catch (Wire.NotReadable notReadable) {
            LOG.warn("A position of the relay at {} was passed over: {}", position.offset(), notReadable.getMessage());
        }
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
