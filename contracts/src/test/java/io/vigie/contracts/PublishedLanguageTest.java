package io.vigie.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.progress.RelayProgress;
import io.vigie.contracts.score.ClientScore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden samples and the names are what others rely on: they change only together with a revision. */
class PublishedLanguageTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    record Published(String name, Class<?> type) {}

    static Stream<Published> everything() {
        return Stream.concat(
                EventTypes.ALL.stream()
                        .map(type -> new Published(type.name() + ".v" + type.revision(), type.payload())),
                Stream.of(
                        new Published("client-score.v1", ClientScore.class),
                        new Published("model-artefact.v1", ModelArtefact.class),
                        new Published("model-deployment.v1", ModelDeployment.class),
                        new Published("model-swap.v1", ModelSwap.class),
                        new Published("model-sketch.v1", ModelSketch.class),
                        new Published("relay-progress.v1", RelayProgress.class)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void givenSample_whenValidated_thenItFitsItsSchema(Published published) {
        assertThat(schema(published).validate(sample(published), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void givenSample_whenReadAndWritten_thenItIsTheSame(Published published) {
        Object read = JSON.readValue(sample(published), published.type());

        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(read));

        assertThat(written).isEqualTo(JSON.readTree(sample(published)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void givenSampleOfALaterBuild_whenRead_thenWhatIsNewIsIgnored(Published published) {
        ObjectNode later = (ObjectNode) JSON.readTree(sample(published));
        later.put("addedLater", true);

        assertThat(JSON.treeToValue(later, published.type()))
                .isEqualTo(JSON.readValue(sample(published), published.type()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void givenSampleWithoutItsRequiredFields_whenValidated_thenEachIsMissed(Published published) {
        JsonNode required = JSON.readTree(text("/schemas/" + published.name() + ".schema.json"))
                .get("required");

        assertThat(required).isNotEmpty();
        for (JsonNode name : required) {
            ObjectNode lacking = (ObjectNode) JSON.readTree(sample(published));
            lacking.remove(name.stringValue());
            assertThat(schema(published).validate(lacking.toString(), InputFormat.JSON))
                    .as(name.stringValue())
                    .isNotEmpty();
        }
    }

    @Test
    void givenPublishedNames_whenListed_thenAsFrozen() {
        List<String> names = new ArrayList<>();
        EventTypes.CLIENT.forEach(type -> names.add(line(type, Topics.CLIENT_EVENTS)));
        EventTypes.ACCOUNT_MANAGER.forEach(type -> names.add(line(type, Topics.ACCOUNT_MANAGER_EVENTS)));
        EventTypes.MODEL.forEach(type -> names.add(line(type, Topics.MODEL_EVENTS)));
        Topics.ALL.forEach(
                topic -> names.add("topic " + topic.name() + (topic.partitioned() ? " partitioned" : " single")));
        for (Field header : Headers.class.getFields()) {
            names.add("header " + constant(header));
        }

        assertThat(names).isEqualTo(text("/published-names.txt").lines().toList());
    }

    @Test
    void givenAsyncApiDocument_whenLookedThrough_thenItNamesEveryTopicHeaderAndSchema() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "asyncapi.yaml"));

        assertThat(Topics.ALL).allSatisfy(topic -> assertThat(document).contains("address: " + topic.name() + "\n"));
        assertThat(everything()).allSatisfy(published -> assertThat(document)
                .contains("$ref: '../contracts/src/main/resources/schemas/" + published.name() + ".schema.json'"));
        for (Field header : Headers.class.getFields()) {
            assertThat(document).contains(" " + constant(header) + ": {");
        }
    }

    private static String constant(Field header) {
        try {
            return String.valueOf(header.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(EventType type, Topic topic) {
        return "event " + type.name() + " " + type.revision() + " on " + topic.name();
    }

    private static Schema schema(Published published) {
        return SCHEMAS.getSchema(text("/schemas/" + published.name() + ".schema.json"), InputFormat.JSON);
    }

    private static String sample(Published published) {
        return text("/samples/" + published.name() + ".json");
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(PublishedLanguageTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
