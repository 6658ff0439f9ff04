package io.vigie.command.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

class EventTypeSerializerTest {

    private final EventTypeSerializer serializer = new EventTypeSerializer();

    @Test
    void givenEvent_whenSerialized_thenPlainJsonUnderItsPublishedNameAndBack() {
        ClientRegistered event = StoredClient.registered("c-1", "Zoë");

        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("client-registered");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(new String(stored.getData(), UTF_8))
                .startsWith("{\"clientId\":\"c-1\",\"personal\":{\"name\":\"Zoë\"")
                .contains("\"onboardedOn\":\"2020-02-29\"", "\"totalPurchase\":1234567.890")
                .doesNotContain("io.vigie", "@class");
        ClientRegistered read = serializer.deserialize(stored);
        assertThat(read).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givenGoldenSample_whenStoredAgain_thenTheSameJson(EventType type) throws IOException {
        String name = "/samples/" + type.name() + ".v" + type.revision() + ".json";
        byte[] sample;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
            sample = in.readAllBytes();
        }
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(sample, byte[].class, type.name(), Integer.toString(type.revision())));

        byte[] stored = serializer.serialize(event, byte[].class).getData();

        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        assertThat(exact.readTree(stored)).isEqualTo(exact.readTree(sample));
    }

    static Stream<EventType> samples() {
        return EventTypes.ALL.stream();
    }

    @Test
    void givenTypeOfALaterBuild_whenRead_thenItIsUnknownAndNotAnError() {
        SerializedObject<byte[]> later =
                new SimpleSerializedObject<>("{}".getBytes(UTF_8), byte[].class, "client-registered", "999");

        Object read = serializer.deserialize(later);

        assertThat(read).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void givenTypeThatNamesAClass_whenRead_thenTheClassIsNotLoaded() {
        SerializedObject<byte[]> evil =
                new SimpleSerializedObject<>("{}".getBytes(UTF_8), byte[].class, ClientReturned.class.getName(), "1");

        Object read = serializer.deserialize(evil);

        assertThat(read).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void givenPayloadThatIsNotPublished_whenSerialized_thenRefused() {
        assertThatThrownBy(() -> serializer.serialize("a string", byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void givenMetadata_whenSerialized_thenJsonOfTextsAndBack() {
        MetaData metadata = MetaData.from(Map.of("actor", "local"));

        SerializedObject<byte[]> stored = serializer.serialize(metadata, byte[].class);
        MetaData read = serializer.deserialize(new SerializedMetaData<>(stored.getData(), byte[].class));

        assertThat(new String(stored.getData(), UTF_8)).isEqualTo("{\"actor\":\"local\"}");
        assertThat(read).isEqualTo(metadata);
    }

    @Test
    void givenTokenOfAReplay_whenSerializedByTheGeneralSerializer_thenItCanBeReadBack() {
        TrackingToken token = ReplayToken.createReplayToken(
                GapAwareTrackingToken.newInstance(5, Set.of()), GapAwareTrackingToken.newInstance(2, Set.of()));
        var general = new EventStoreWiring().serializer();

        SerializedObject<byte[]> stored = general.serialize(token, byte[].class);
        TrackingToken read = general.deserialize(stored);

        assertThat(read).isEqualTo(token);
    }
}
