package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Versions of the churn model: the first is this build's, the later ones say something else about every client. */
public final class ChurnVersions {

    private static final String INTERCEPT = "intercept=\"-19.6";

    private ChurnVersions() {}

    /** Ready to score. */
    public static Model model(int version) {
        Model first = Models.committed("churn", 1);
        return Models.uploaded(
                "churn", version, document(version), new Reference(first.referencePoint(), first.trainingRanges()));
    }

    /** One that doesn't ask for all that there is. */
    public static Model withoutPurchases() {
        Model first = Models.committed("churn", 1);
        byte[] document = new String(document(2), UTF_8)
                .replaceAll("<(MiningField|NumericPredictor) name=\"Total_Purchase\"[^>]*/>", "")
                .getBytes(UTF_8);
        return Models.uploaded("churn", 2, document, new Reference(first.referencePoint(), first.trainingRanges()));
    }

    static byte[] document(int version) {
        String text = new String(committed(), UTF_8);
        if (version > 1) {
            text = text.replaceAll("(?s)<ModelVerification.*</ModelVerification>", "")
                    .replace(
                            INTERCEPT,
                            INTERCEPT.substring(0, INTERCEPT.length() - 4) + (19 - version % 5) + "." + version);
        }
        return text.getBytes(UTF_8);
    }

    private static byte[] committed() {
        try (InputStream stream = Models.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** As the command-service hands it out. */
    public static ModelArtefact artefact(int version) {
        return artefact("churn", version, document(version), choice(version).sha256());
    }

    static ModelArtefact artefact(String name, int version, byte[] document, String sha256) {
        Model first = Models.committed("churn", 1);
        Map<String, Object> point = new LinkedHashMap<>(first.referencePoint());
        Map<String, ModelArtefact.Limits> limits = new LinkedHashMap<>();
        for (Map.Entry<String, Range> range : first.trainingRanges().entrySet()) {
            limits.put(
                    range.getKey(),
                    new ModelArtefact.Limits(
                            range.getValue().min(), range.getValue().max()));
        }
        return new ModelArtefact(
                name, version, sha256, Base64.getEncoder().encodeToString(document), point, limits, null);
    }

    /** The version with its checksum. */
    public static Choice choice(int version) {
        return new Choice(version, sha256(document(version)));
    }

    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
