package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts models on their topic, as the command-service does. */
public final class PublishedModels implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    /** Connects. */
    public PublishedModels(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 33_554_432),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Hands out the version. */
    public void upload(int version) throws Exception {
        upload(ChurnVersions.artefact(version));
    }

    /** Hands out any version. */
    public void upload(ModelArtefact artefact) throws Exception {
        send(artefact.key(), JsonMapper.shared().writeValueAsBytes(artefact));
    }

    /** Says which versions are to score. */
    public void deploy(long revision, int champion, @Nullable Integer challenger) throws Exception {
        deploy(revision, ChurnVersions.choice(champion), challenger == null ? null : ChurnVersions.choice(challenger));
    }

    /** Says which documents are to score. */
    public void deploy(long revision, @Nullable Choice champion, @Nullable Choice challenger) throws Exception {
        ModelDeployment deployment = new ModelDeployment("churn", revision, champion, challenger, Instant.now());
        send("churn", JsonMapper.shared().writeValueAsBytes(deployment));
    }

    void send(String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.MODELS.name(), key.getBytes(UTF_8), value))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
