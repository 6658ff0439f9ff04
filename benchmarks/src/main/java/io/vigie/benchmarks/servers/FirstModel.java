package io.vigie.benchmarks.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelArtefact.Limits;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** The model that the command-service hands out at its first start, where there is no command-service. */
public final class FirstModel {

    private static final String NAME = "churn";

    private FirstModel() {}

    /** Says that it is to score. */
    public static void handOut(Servers servers) throws Exception {
        Model model = Models.committed(NAME, 1);
        ModelDeployment deployment =
                new ModelDeployment(NAME, 2, new Choice(model.version(), model.sha256()), null, Instant.now());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ModelArtefact artefact = artefact(model);
            producer.send(record(artefact.key(), artefact)).get();
            producer.send(record(NAME, deployment)).get();
        }
    }

    private static ModelArtefact artefact(Model model) throws IOException {
        Map<String, Limits> limits = new LinkedHashMap<>();
        model.trainingRanges().forEach((input, range) -> limits.put(input, new Limits(range.min(), range.max())));
        try (InputStream document = Models.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return new ModelArtefact(
                    NAME,
                    model.version(),
                    model.sha256(),
                    Base64.getEncoder()
                            .encodeToString(Objects.requireNonNull(document).readAllBytes()),
                    new LinkedHashMap<>(model.referencePoint()),
                    limits,
                    null);
        }
    }

    private static ProducerRecord<String, byte[]> record(String key, Object value) {
        return new ProducerRecord<>(
                Topics.MODELS.name(),
                key,
                JsonMapper.shared().writeValueAsString(value).getBytes(UTF_8));
    }
}
