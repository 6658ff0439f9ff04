package io.vigie.query.projectmodels;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Wire;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Register;
import io.vigie.query.projectmodels.HandedOut.Deployment;
import io.vigie.query.projectmodels.HandedOut.Document;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents of models and what is to score. The topic is compacted: offsets have holes, and records may repeat. */
@Component
final class HandedOutModels implements Register<HandedOut> {

    private static final int MOST_BYTES = 20_000_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile(NAME.pattern() + "/[1-9][0-9]{0,8}");

    private static final TableWrite<ModelDeployment> DEPLOYMENTS = TableWrite.<ModelDeployment>into("model_deployment")
            .key("model_name", "text", ModelDeployment::name)
            .column("revision", "int8", ModelDeployment::revision)
            .column("champion", "int4", of(ModelDeployment::champion, Choice::version))
            .column("champion_sha256", "text", of(ModelDeployment::champion, Choice::sha256))
            .column("challenger", "int4", of(ModelDeployment::challenger, Choice::version))
            .column("challenger_sha256", "text", of(ModelDeployment::challenger, Choice::sha256))
            .column("decided_at", "timestamptz", ModelDeployment::decidedAt)
            .orSetToLater("revision");

    /** One by one and as bytes: an array of them as text would be many times as large. */
    private static final String DOCUMENT = """
            insert into model_document as d (model_name, version, record_offset, sha256, document, reference_point,
                training_ranges, card)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (model_name, version) do update set record_offset = excluded.record_offset,
                sha256 = excluded.sha256, document = excluded.document, reference_point = excluded.reference_point,
                training_ranges = excluded.training_ranges, card = excluded.card
            where excluded.record_offset > d.record_offset""";

    private static Function<ModelDeployment, @Nullable Object> of(
            Function<ModelDeployment, @Nullable Choice> alias, Function<Choice, Object> field) {
        return deployment -> {
            Choice choice = alias.apply(deployment);
            return choice == null ? null : field.apply(choice);
        };
    }

    @Override
    public String topic() {
        return Topics.MODELS.name();
    }

    @Override
    public HandedOut read(Arrival arrival) throws Garbage {
        String key = String.valueOf(arrival.key());
        try {
            if (VERSION.matcher(key).matches()) {
                return document(key, arrival);
            }
            if (NAME.matcher(key).matches()) {
                return deployment(key, arrival);
            }
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
        throw new Garbage("the key is neither a model nor a version of one");
    }

    private static Document document(String key, Arrival arrival) throws Garbage, Wire.NotReadable {
        ArtefactText text = text(arrival);
        ModelArtefact artefact = text.artefact();
        demand(artefact.key().equals(key), "the key isn't the version in the value");
        byte[] bytes = text.document();
        demand(bytes.length > 0 && bytes.length <= MOST_BYTES, "the document has no size that a document may have");
        demand(sha256(bytes).equals(artefact.sha256()), "the document isn't that of its checksum");
        return new Document(artefact, bytes, arrival.firstOffset());
    }

    private static Deployment deployment(String key, Arrival arrival) throws Garbage, Wire.NotReadable {
        ModelDeployment deployment = Wire.read(arrival.value(), ModelDeployment.class);
        demand(deployment.name().equals(key), "the key isn't the model in the value");
        demand(deployment.revision() > 0, "its revision doesn't begin at 1");
        return new Deployment(deployment, arrival.firstOffset());
    }

    private static ArtefactText text(Arrival arrival) throws Garbage, Wire.NotReadable {
        try {
            return ArtefactText.read(arrival.value());
        } catch (IllegalArgumentException notBase64) {
            throw new Garbage("the document isn't in Base64");
        }
    }

    private static void demand(boolean holds, String reason) throws Garbage {
        if (!holds) {
            throw new Garbage(reason);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(Writes writes, List<HandedOut> understood) {
        Map<String, Document> documents = new TreeMap<>();
        Map<String, ModelDeployment> deployments = new TreeMap<>();
        for (HandedOut one : understood) {
            if (one instanceof Document document) {
                documents.merge(document.artefact().key(), document, later(Comparator.comparing(Document::offset)));
            } else if (one instanceof Deployment named) {
                deployments.merge(
                        named.deployment().name(),
                        named.deployment(),
                        later(Comparator.comparing(ModelDeployment::revision)));
            }
        }
        documents.values().forEach(document -> write(writes, document));
        DEPLOYMENTS.write(writes, deployments.values());
    }

    private static <T> BinaryOperator<T> later(Comparator<T> order) {
        return BinaryOperator.maxBy(order);
    }

    private static void write(Writes writes, Document document) {
        ModelArtefact artefact = document.artefact();
        writes.add(
                DOCUMENT,
                artefact.name(),
                artefact.version(),
                document.offset(),
                artefact.sha256(),
                document.bytes(),
                Wire.text(artefact.referencePoint()),
                Wire.text(artefact.trainingRanges()),
                artefact.card() == null ? null : Wire.text(artefact.card()));
    }
}
