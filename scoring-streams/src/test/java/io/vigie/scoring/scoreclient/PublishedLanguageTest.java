package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.scoring.models.ChurnVersions;
import io.vigie.scoring.scoreclient.EventDecoder.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is read and written here is what the contracts say. */
class PublishedLanguageTest {

    @TempDir
    Path folder;

    @Test
    void givenEveryOutcome_whenPublished_thenTheBytesFitTheSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("/schemas/client-score.v1.schema.json"));
        try (ScoringDriver driver = new ScoringDriver(folder)) {
            driver.pipe(Events.registered("c-1", 8), 1);
            driver.pipe(Events.profile("c-1", "Ada L", 44), 2);
            driver.pipe(Events.purchase("c-1", "1e1000"), 3);
            driver.advance(Duration.ofDays(1));
            driver.pipe(Events.departed("c-1"), 4);

            List<byte[]> published = driver.scoreBytes();

            assertThat(published).hasSize(5).allSatisfy(score -> assertThat(
                            schema.validate(new String(score, UTF_8), InputFormat.JSON))
                    .isEmpty());
        }
    }

    @Test
    void givenASwapWithAndWithoutChallenger_whenPublished_thenTheBytesFitTheSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("/schemas/model-swap.v1.schema.json"));
        try (ScoringDriver driver = new ScoringDriver(folder)) {
            driver.advance(Rescoring.TICK);
            driver.deploy(2, ScoringDriver.CHURN, ChurnVersions.model(2));
            driver.advance(Rescoring.TICK);

            List<byte[]> published = driver.swapBytes();

            assertThat(published).hasSize(2).allSatisfy(swap -> assertThat(
                            schema.validate(new String(swap, UTF_8), InputFormat.JSON))
                    .isEmpty());
        }
    }

    static Stream<EventType> types() {
        return EventTypes.CLIENT.stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void givenGoldenSample_whenDecoded_thenItIsThatEvent(EventType type) {
        String sample = resource("/samples/" + type.name() + ".v" + type.revision() + ".json");
        ClientEvent event = (ClientEvent) JsonMapper.shared().readValue(sample, type.payload());
        TestRecord<byte[], byte[]> record = Events.record(event, 3, Events.START);

        Decoded decoded = new EventDecoder(new MutableClock(Events.START), 1)
                .decode(new Incoming(
                        record.key(), sample.getBytes(UTF_8), record.headers(), record.timestamp(), 0, null, "a/0/0"));

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Event.class, known -> assertThat(
                        known.event().payload())
                .isEqualTo(event));
    }

    private static String resource(String path) {
        try (InputStream stream = EventTypes.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
