package io.vigie.scoring.models;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is on the topic of models, and believes none of it. */
final class Language {

    /** 20 MB in Base64, and some more. */
    private static final int LONGEST_TEXT = 32 * 1024 * 1024;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .build();

    private Language() {}

    /** Which versions of the model are to score. */
    static ModelDeployment deployment(String name, byte[] value) throws Garbage {
        ModelDeployment deployment = read(value, ModelDeployment.class);
        demand(name.equals(deployment.name()), "The deployment isn't of the model that its key names.");
        demand(deployment.revision() > 0 && deployment.decidedAt() != null, "The deployment lacks something.");
        demand(
                whole(deployment.champion()) && whole(deployment.challenger()),
                "The deployment names a version without its checksum.");
        return deployment;
    }

    private static boolean whole(@Nullable Choice choice) {
        return choice == null || (choice.version() > 0 && isChecksum(choice.sha256()));
    }

    /** The document of the version with what belongs to it. */
    static ModelArtefact artefact(String key, byte[] value) throws Garbage {
        ModelArtefact artefact = read(value, ModelArtefact.class);
        demand(key.equals(artefact.key()), "The document isn't of the version that its key names.");
        demand(artefact.document() != null && isChecksum(artefact.sha256()), "The document lacks something.");
        return artefact;
    }

    private static boolean isChecksum(@Nullable String text) {
        return text != null && SHA_256.matcher(text).matches();
    }

    private static <T> T read(byte[] value, Class<T> type) throws Garbage {
        try {
            T read = MAPPER.readValue(value, type);
            if (read != null) {
                return read;
            }
        } catch (JacksonException | NullPointerException notJson) {
            // said below; the parser's own words quote the content
        }
        throw new Garbage("The value is not the JSON of a " + type.getSimpleName() + ".");
    }

    private static void demand(boolean holds, String reason) throws Garbage {
        if (!holds) {
            throw new Garbage(reason);
        }
    }
}
