package io.vigie.query;

import static io.vigie.query.testing.Publisher.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Published;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Dead letters that other consumers wrote; people look after them here too. */
class LettersOfOthersIT extends RunningService {

    @ParameterizedTest
    @ValueSource(strings = {"scoring", "relay"})
    void givenLetterOfAnotherConsumer_whenItsRetryFailsAgain_thenTheNextLetterIsListedToo(String consumer) {
        String client = Lives.id();
        String origin = "vigie.client.events.v1/3/" + client;
        RecordMetadata first =
                publisher.send(given(up(consumer, client, origin))).get(0);
        http.until("/api/dead-letters/" + first.offset(), json -> true);

        http.send("POST", "/api/dead-letters/" + first.offset() + "/retry");
        ConsumerRecord<byte[], byte[]> retry =
                Published.first(Topics.RETRIES.name(), one -> Long.toString(first.offset())
                        .equals(Published.header(one, Headers.DEAD_LETTER_ID)));
        assertThat(Published.header(retry, Headers.RETRY_CONSUMER)).isEqualTo(consumer);
        Map<String, String> again = up(consumer, client, origin);
        again.put(Headers.DEAD_LETTER_ID, Published.header(retry, Headers.DEAD_LETTER_ID));
        RecordMetadata second = publisher.send(given(again)).get(0);

        JsonNode listed = http.until("/api/dead-letters/" + second.offset(), json -> true);
        assertThat(listed.get("state").asString()).isEqualTo("open");
        assertThat(listed.get("origin").asString()).isEqualTo(origin);
    }

    @Test
    void givenDeadLettersOfOthers_whenRetried_thenTheRetryNamesTheirConsumer() {
        RecordMetadata sent = publisher
                .send(Publisher.raw(
                        Topics.DEAD_LETTERS.name(),
                        "some-client",
                        utf8("{}"),
                        Map.of(
                                Headers.DEAD_LETTER_CONSUMER,
                                "scoring",
                                Headers.DEAD_LETTER_REASON,
                                "tests",
                                Headers.DEAD_LETTER_ORIGIN,
                                "vigie.client.events.v1/3/" + System.nanoTime(),
                                Headers.DEAD_LETTER_TIME,
                                "2026-03-01T12:00:00Z")))
                .get(0);
        http.until("/api/dead-letters/" + sent.offset(), json -> true);
        assertThat(http.send("POST", "/api/dead-letters/" + sent.offset() + "/retry")
                        .status())
                .isEqualTo(202);
        http.until(
                "/api/dead-letters/" + sent.offset(),
                json -> json.get("state").asString().equals("retried"));
    }

    private static Map<String, String> up(String consumer, String client, String origin) {
        return new HashMap<>(Map.of(
                Headers.SUBJECT,
                client,
                Headers.DEAD_LETTER_CONSUMER,
                consumer,
                Headers.DEAD_LETTER_REASON,
                "tests",
                Headers.DEAD_LETTER_ORIGIN,
                origin,
                Headers.DEAD_LETTER_TIME,
                "2026-03-01T12:00:00Z"));
    }

    private static ProducerRecord<byte[], byte[]> given(Map<String, String> headers) {
        return Publisher.raw(
                Topics.DEAD_LETTERS.name(), headers.getOrDefault(Headers.SUBJECT, ""), new byte[0], headers);
    }
}
