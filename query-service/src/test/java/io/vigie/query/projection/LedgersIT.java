package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.platform.Writes;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class LedgersIT extends RunningService {

    private static final long NOON = 1_772_366_400_000L;

    @Autowired
    private List<Track<?, ?>> tracks;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<Register<?>> registers;

    private OwnViews views;

    @BeforeEach
    void fresh() {
        views = new OwnViews(tracks, ledgers, registers);
    }

    private static ProducerRecord<byte[], byte[]> letter(String consumer, String origin, String reason, long retryOf) {
        return Publisher.raw(
                Topics.DEAD_LETTERS.name(),
                "some-client",
                new byte[] {'{', '}'},
                Map.of(
                        Headers.DEAD_LETTER_CONSUMER,
                        consumer,
                        Headers.DEAD_LETTER_ORIGIN,
                        origin,
                        Headers.DEAD_LETTER_REASON,
                        reason,
                        Headers.DEAD_LETTER_TIME,
                        "2026-03-01T12:00:00Z",
                        Headers.DEAD_LETTER_ID,
                        Long.toString(retryOf)));
    }

    private static ProducerRecord<byte[], byte[]> decision(
            long letter, String action, @Nullable String key, long millis) {
        ProducerRecord<byte[], byte[]> decision = new ProducerRecord<>(
                Topics.RETRIES.name(),
                key == null ? 0 : null,
                NOON + millis,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                new byte[0]);
        Map.of(
                        Headers.DEAD_LETTER_ID,
                        Long.toString(letter),
                        Headers.RETRY_CONSUMER,
                        "scoring",
                        Headers.RETRY_ACTION,
                        action)
                .forEach((name, text) -> decision.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return decision;
    }

    private static List<ProducerRecord<byte[], byte[]>> decisions() {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        for (int letter = 0; letter < 12; letter++) {
            String key = letter % 3 == 0 ? null : "client-" + letter;
            all.add(decision(letter, "retry", key, 0));
            // In one moment with the next: the offset tells them apart.
            all.add(decision(letter, letter % 2 == 0 ? "retry" : "evict", key, letter));
            all.add(decision(letter, letter % 2 == 0 ? "evict" : "retry", key, letter));
        }
        return all;
    }

    @Test
    void givenLettersAndDecisions_whenTheyRepeatAndComeInAnyOrder_thenRowsAreThoseOfTheOrder() {
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            letters.add(letter("scoring", "vigie.client.events.v1/3/" + i, "tests", i % 2 == 0 ? -1 : i));
        }
        letters.addAll(decisions());
        List<ConsumerRecord<byte[], byte[]>> inOrder = views.stored(letters);
        write(views, inOrder);
        String expected = views.rows();
        assertThat(views.jdbc.queryForList(
                        "select action from dead_letter_decision order by dead_letter_id", String.class))
                .startsWith("evict", "retry", "evict", "retry");

        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<ConsumerRecord<byte[], byte[]>> mixed = new ArrayList<>(inOrder);
            mixed.addAll(inOrder.subList(5, 40));
            Collections.shuffle(mixed, random);
            OwnViews other = new OwnViews(tracks, ledgers, registers);
            for (int from = 0; from < mixed.size(); ) {
                int to = Math.min(mixed.size(), from + 1 + random.nextInt(9));
                write(other, mixed.subList(from, to));
                from = to;
            }
            assertThat(other.rows()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private void write(OwnViews target, List<ConsumerRecord<byte[], byte[]>> records) {
        Writes writes = new Writes();
        for (Ledger ledger : ledgers) {
            ledger.write(
                    writes,
                    records.stream()
                            .filter(one -> one.topic().equals(ledger.topic()))
                            .map(Arrival::of)
                            .toList());
        }
        writes.send(target.jdbc);
    }

    @Test
    void givenLetterThatWasPostedTwice_whenWritten_thenOneRowButAnotherTryOrReasonIsAnother() {
        String origin = "vigie.client.events.v1/3/4";
        write(
                views,
                views.stored(List.of(
                        letter("scoring", origin, "it is early", -1),
                        letter("scoring", origin, "it is early", -1),
                        letter("scoring", origin, "it can't follow", -1),
                        letter("scoring", origin, "it can't follow", 2),
                        letter("query", origin, "it can't follow", 2))));

        assertThat(views.jdbc.queryForList("select dead_letter_id from dead_letter order by 1", Long.class))
                .containsExactly(0L, 2L, 3L, 4L);
    }

    @Test
    void givenEndlessTexts_whenWritten_thenTheyAreCutAndKept() {
        String endless = new Random(1)
                .ints(2_000, 0x4e00, 0x9fff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        write(views, views.stored(List.of(letter(endless, endless, endless, -1))));

        assertThat(views.count("dead_letter")).isEqualTo(1);
    }
}
