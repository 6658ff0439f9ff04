package io.vigie.query;

import static io.vigie.query.testing.Publisher.utf8;
import static io.vigie.query.testing.Publisher.valued;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.provider.Arguments;

/** Records that no consumer can handle. */
final class Poisons {

    private Poisons() {}

    /** Each with its name, as a change of a good registration. */
    static Stream<Arguments> all() {
        return Stream.of(
                poison("not JSON", good -> valued(good, utf8("{not json"))),
                poison("no UTF-8", good -> valued(good, new byte[] {(byte) 0xff, (byte) 0xfe, 0})),
                poison("empty", good -> valued(good, new byte[0])),
                poison("tombstone", good -> valued(good, null)),
                poison("array", good -> valued(good, utf8("[]"))),
                poison("fields missing", good -> valued(good, utf8("{\"clientId\":\"x\"}"))),
                poison("deep", good -> valued(good, utf8("[".repeat(100_000)))),
                poison(
                        "endless number",
                        good -> valued(
                                good,
                                utf8(new String(good.value(), StandardCharsets.UTF_8)
                                        .replace("11066.80", "1e1000000000")))),
                poison("as large as can be", good -> valued(good, noise(1_047_900))),
                poison(
                        "null key",
                        good -> new ProducerRecord<>(good.topic(), null, null, null, good.value(), good.headers())),
                poison(
                        "key of another",
                        good -> new ProducerRecord<>(
                                good.topic(), null, null, utf8("another"), good.value(), good.headers())),
                poison("unknown type", good -> Publisher.with(good, Headers.TYPE, "client-abducted")),
                poison("a class for a type", good -> Publisher.with(good, Headers.TYPE, "java.lang.Runtime")),
                poison("revision 999", good -> Publisher.with(good, Headers.REVISION, "999")),
                poison("no id", good -> Publisher.with(good, Headers.ID, null)),
                poison("no version", good -> Publisher.with(good, Headers.VERSION, null)),
                poison("version 0", good -> Publisher.with(good, Headers.VERSION, "0")),
                poison("version repeats", good -> Publisher.with(good, Headers.ID, "another-id")),
                poison(
                        "version jumps",
                        good -> Publisher.with(
                                Publisher.event(
                                        new ClientSitesChanged(new String(good.key(), StandardCharsets.UTF_8), 1),
                                        9,
                                        Lives.NOON),
                                Headers.CORRELATION_ID,
                                "x")),
                poison("no time", good -> Publisher.with(good, Headers.TIME, "yesterday")),
                poison("year 3000", good -> Publisher.with(good, Headers.TIME, "3000-01-01T00:00:00Z")),
                poison("year 1970", good -> Publisher.with(good, Headers.TIME, "1970-01-01T00:00:00Z")),
                poison("record of the year 3000", good -> stamped(good, 32_503_680_000_000L)),
                poison("record of 1970", good -> stamped(good, 0)),
                poison("wrong partition", Poisons::misplaced),
                poison("no CloudEvent", good -> Publisher.with(good, Headers.SPEC_VERSION, null)),
                poison("an id that is none", good -> Publisher.with(good, Headers.ID, "1234")),
                poison(
                        "UTF-16",
                        good -> valued(
                                good,
                                new String(good.value(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))),
                poison(
                        "a text that no database takes",
                        good -> valued(
                                good,
                                utf8(new String(good.value(), StandardCharsets.UTF_8)
                                        .replace("Harvey LLC", "\\u0000")))),
                poison("year 999999999", good -> Publisher.with(good, Headers.TIME, "+999999999-12-31T00:00:00Z")),
                poison("subject of another", good -> Publisher.with(good, Headers.SUBJECT, "another")));
    }

    /** Bytes that mean nothing. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static Arguments poison(
            String name, Function<ProducerRecord<byte[], byte[]>, ProducerRecord<byte[], byte[]>> change) {
        return Arguments.of(name, change);
    }

    private static ProducerRecord<byte[], byte[]> stamped(ProducerRecord<byte[], byte[]> good, long millis) {
        return new ProducerRecord<>(good.topic(), null, millis, good.key(), good.value(), good.headers());
    }

    private static ProducerRecord<byte[], byte[]> misplaced(ProducerRecord<byte[], byte[]> good) {
        int place = Utils.toPositive(Utils.murmur2(good.key())) % 12;
        return new ProducerRecord<>(good.topic(), (place + 1) % 12, good.key(), good.value(), good.headers());
    }
}
