package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.Personal;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.KafkaException;

@SuppressWarnings("NullAway.Init")
class ProjectorIT extends RunningService {

    @Autowired
    private List<Track<?, ?>> tracks;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<Register<?>> registers;

    private OwnViews views;
    private Projector projector;

    @BeforeEach
    void fresh() {
        views = new OwnViews(tracks, ledgers, registers);
        projector = views.projector(true);
    }

    private static List<ProducerRecord<byte[], byte[]>> lives(int clients) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.addAll(Lives.managed("m"));
        records.addAll(Lives.managed("n"));
        for (int i = 0; i < clients; i++) {
            String id = "client-" + i;
            records.add(Publisher.event(Lives.registered(id), 1, Lives.NOON));
            records.add(Publisher.event(Lives.purchase(id, "12." + i), 2, Lives.NOON));
            records.add(Publisher.event(new AccountManagerAssigned(id, "m", null, "x"), 3, Lives.NOON));
            records.add(Publisher.event(new ClientSitesChanged(id, i), 4, Lives.NOON));
            for (int n = 1; n <= 4; n++) {
                records.add(Publisher.score(Lives.score(id, n, n, 0.2 * n, new SourcePosition(0, 4L * i + n))));
            }
        }
        return records;
    }

    @Test
    void givenTopic_whenReplayedTwiceFromTheBeginning_thenNoRowChanges() {
        List<ConsumerRecord<byte[], byte[]>> records = views.stored(lives(20));
        projector.handle(records);
        String rows = views.rows();
        assertThat(views.count("client_view")).isEqualTo(20);
        assertThat(views.count("client_score")).isEqualTo(80);

        for (int i = 0; i < 2; i++) {
            views.rewind();
            views.projector(true).handle(records);
            assertThat(views.rows()).isEqualTo(rows);
        }
        assertThat(views.posted).isEmpty();
        assertThat(views.progress.get(1).tally().duplicates()).isEqualTo(166);
    }

    @Test
    void givenDuplicatesAndReordering_whenHandledInAnyBatches_thenRowsAreThoseOfTheOrder() {
        List<ConsumerRecord<byte[], byte[]>> inOrder = views.stored(lives(10));
        projector.handle(inOrder);
        String expected = views.rows();

        for (int seed = 1; seed <= 5; seed++) {
            OwnViews other = new OwnViews(tracks, ledgers, registers);
            List<ProducerRecord<byte[], byte[]>> mixed = lives(10);
            Random random = new Random(seed);
            mixed.addAll(List.copyOf(mixed.subList(0, 40)));
            Collections.shuffle(mixed, random);
            List<ConsumerRecord<byte[], byte[]>> records = other.stored(mixed);
            Projector target = other.projector(true);
            for (int from = 0; from < records.size(); ) {
                int to = Math.min(records.size(), from + 1 + random.nextInt(15));
                target.handle(records.subList(from, to));
                from = to;
            }
            assertThat(other.rows()).as("seed %d", seed).isEqualTo(expected);
            assertThat(other.count("parked_record")).isZero();
            assertThat(other.posted).isEmpty();
        }
    }

    @Test
    void givenTwoConsumersOfOnePartition_whenTheFormerWakesUp_thenItIsFencedAndLearnsWhereToGoOn() {
        List<ConsumerRecord<byte[], byte[]>> records = views.stored(lives(4));
        Projector former = views.projector(true);
        projector.handle(records);
        String rows = views.rows();

        assertThatThrownBy(() -> former.handle(records.subList(0, 3))).isInstanceOf(Offsets.Overtaken.class);
        assertThat(views.rows()).isEqualTo(rows);

        former.begin(records.stream().map(one -> Arrival.of(one).partition()).toList());
        former.handle(records);
        assertThat(views.rows()).isEqualTo(rows);
        assertThat(views.progress).hasSize(1);
    }

    @Test
    void givenKillAfterCommit_whenTheNextStarts_thenItGoesOnBehindWhatIsThere() {
        List<ConsumerRecord<byte[], byte[]>> records = views.stored(lives(4));
        projector.handle(records.subList(0, 15));

        Projector next = views.projector(true);
        next.handle(records);

        OwnViews unharmed = new OwnViews(tracks, ledgers, registers);
        unharmed.projector(true).handle(unharmed.stored(lives(4)));
        assertThat(views.rows()).isEqualTo(unharmed.rows());
        assertThat(views.progress.get(1).tally().duplicates()).isZero();
    }

    @Test
    void givenLettersThatCantBePosted_whenHandled_thenNothingIsCommitted() {
        views.refusePosts = true;
        List<ConsumerRecord<byte[], byte[]>> records = views.stored(List.of(
                Publisher.event(Lives.registered("a"), 1, Lives.NOON),
                Publisher.with(Publisher.event(Lives.registered("b"), 1, Lives.NOON), Headers.TYPE, "no-such-type")));
        assertThatThrownBy(() -> projector.handle(records)).isInstanceOf(KafkaException.class);
        assertThat(views.count("client_view")).isZero();

        views.refusePosts = false;
        projector.handle(records);
        assertThat(views.count("client_view")).isEqualTo(1);
        assertThat(views.reasons()).containsExactly("no event of that type and revision is known here");
    }

    @Test
    void givenATimeThatNoEventCanHave_whenHandled_thenItHasOneLetterAndOffsetsRise() {
        Delays delays = new Delays(Clock.systemUTC());
        views.counted = batch -> delays.note(batch.arrivals(), batch.took());
        List<ConsumerRecord<byte[], byte[]>> records = views.stored(oneOfNoTime());

        records.forEach(one -> projector.handle(List.of(one)));

        demandOneLetter(records);
        assertThatCode(() -> delays.note(records.stream().map(Arrival::of).toList(), Duration.ZERO))
                .doesNotThrowAnyException();
        assertThat(delays.untilReadable().count()).isEqualTo(4);
    }

    @Test
    void givenACountThatFails_whenHandled_thenWhatIsCommittedStays() {
        views.counted = batch -> {
            throw new ArithmeticException("long overflow");
        };
        List<ConsumerRecord<byte[], byte[]>> records = views.stored(oneOfNoTime());

        projector.handle(records);

        demandOneLetter(records);
    }

    private static List<ProducerRecord<byte[], byte[]>> oneOfNoTime() {
        return List.of(
                Publisher.event(Lives.registered("a"), 1, Lives.NOON),
                Publisher.with(
                        Publisher.event(Lives.purchase("a", "1"), 2, Lives.NOON),
                        Headers.TIME,
                        "+1000000000-12-31T23:59:59Z"),
                Publisher.event(Lives.purchase("a", "1"), 3, Lives.NOON));
    }

    private void demandOneLetter(List<ConsumerRecord<byte[], byte[]>> records) {
        assertThat(views.reasons()).containsExactly("The time of the event can't be right.");
        assertThat(Offsets.all(views.jdbc).get(Arrival.of(records.get(0)).partition()))
                .isEqualTo(records.size());
    }

    @Test
    void givenAPlaceBehind_whenOffsetsAreToMoveThere_thenTheyStay() {
        TopicPartition partition = new TopicPartition(Topics.CLIENT_EVENTS.name(), 0);
        views.jdbc.update(
                "update projection_offset set next_offset = 5 where topic = ? and partition = 0", partition.topic());

        assertThatThrownBy(() -> Offsets.advance(
                        views.jdbc,
                        Map.of(partition, 5L),
                        Map.of(partition, new OffsetAndMetadata(3)),
                        Map.of(partition, 1L)))
                .isInstanceOf(Offsets.Overtaken.class);
        assertThat(Offsets.all(views.jdbc)).containsEntry(partition, 5L);
    }

    @Test
    void givenNoGuard_whenEventsRepeat_thenRowsAreWrongAndATestCanTell() {
        List<ProducerRecord<byte[], byte[]>> mixed = new ArrayList<>(List.of(
                Publisher.event(Lives.registered("a"), 1, Lives.NOON),
                Publisher.event(new ClientSitesChanged("a", 3), 2, Lives.NOON),
                Publisher.event(Lives.registered("a"), 1, Lives.NOON)));
        views.projector(false).handle(views.stored(mixed));
        assertThat(views.jdbc.queryForObject("select num_sites from client_view", Integer.class))
                .isEqualTo(8);

        OwnViews guarded = new OwnViews(tracks, ledgers, registers);
        guarded.projector(true).handle(guarded.stored(mixed));
        assertThat(guarded.jdbc.queryForObject("select num_sites from client_view", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void givenRecordThatTheDatabaseCantHold_whenHandled_thenOnlyItsClientWaitsUntilItIsEvicted() {
        ClientRegistered plain = Lives.registered("bad");
        ClientRegistered poison = new ClientRegistered(
                "bad",
                new Personal("a", "c", "d"),
                null,
                1,
                LocalDate.MAX,
                null,
                BigDecimal.ONE,
                plain.numSites(),
                null,
                false);
        ProducerRecord<byte[], byte[]> failing = Publisher.event(poison, 1, Lives.NOON);
        List<ProducerRecord<byte[], byte[]>> records = List.of(
                Publisher.event(Lives.registered("good"), 1, Lives.NOON),
                failing,
                Publisher.event(new ClientSitesChanged("bad", 2), 2, Lives.NOON),
                Publisher.event(new ClientSitesChanged("good", 2), 2, Lives.NOON));
        projector.handle(views.stored(records));

        assertThat(views.reasons()).containsExactly("the database can't hold it");
        assertThat(views.jdbc.queryForList("select client_id || version from client_view", String.class))
                .containsExactly("good2");
        assertThat(views.count("parked_record")).isEqualTo(1);
        assertThat(views.count("failed_record")).isEqualTo(1);

        ProducerRecord<byte[], byte[]> evict = new ProducerRecord<>(
                Topics.RETRIES.name(), null, null, failing.key(), failing.value(), failing.headers());
        Map.of(
                        Headers.RETRY_CONSUMER,
                        "query",
                        Headers.RETRY_ACTION,
                        "evict",
                        Headers.DEAD_LETTER_ID,
                        "0",
                        Headers.DEAD_LETTER_ORIGIN,
                        "vigie.client.events.v1/0/1")
                .forEach((name, text) -> evict.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        projector.handle(views.stored(List.of(evict)));

        assertThat(views.count("parked_record")).isZero();
        assertThat(views.count("failed_record")).isZero();
        assertThat(views.jdbc.queryForList(
                        "select client_id || version || status from client_view order by 1", String.class))
                .containsExactly("bad2unknown", "good2active");
    }

    @Test
    void givenUnscorable_whenHandled_thenThereIsNoRiskUntilTheNextScore() {
        projector.handle(views.stored(List.of(
                Publisher.event(Lives.registered("a"), 1, Lives.NOON),
                Publisher.score(Lives.score("a", 1, 1, 0.5, null)),
                Publisher.score(Lives.without(Lives.score("a", 2, 2, null, null), Outcome.UNSCORABLE)))));
        assertThat(views.jdbc.queryForList("select client_id from client_risk where score is null", String.class))
                .containsExactly("a");
        projector.handle(views.stored(List.of(Publisher.score(Lives.score("a", 3, 3, 0.25, null)))));
        assertThat(views.jdbc.queryForObject("select score from client_risk", Double.class))
                .isEqualTo(0.25);
    }
}
