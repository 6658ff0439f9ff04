package io.vigie.query.testing;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.Personal;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Clients to tell of. */
public final class Lives {

    /** When all of it happens. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private Lives() {}

    /** An id that no other test has. */
    public static String id() {
        return "c-" + NEXT.incrementAndGet();
    }

    /** A registration like any other. */
    public static ClientRegistered registered(String id) {
        return registered(id, "Zoë Müller", "Harvey LLC", "TX", null);
    }

    /** A registration with its most telling fields. */
    public static ClientRegistered registered(
            String id, String name, String company, @Nullable String state, @Nullable String accountManagerId) {
        return new ClientRegistered(
                id,
                new Personal(name, company, "1331 Keith Court, Alyssahaven, " + state + " 90131"),
                state,
                42,
                LocalDate.parse("2013-08-30"),
                new BigDecimal("7.22"),
                new BigDecimal("11066.80"),
                8,
                accountManagerId,
                false);
    }

    /** A registration of somebody who has an account manager that isn't known here. */
    public static ClientRegistered managedElsewhere(String id, String company) {
        ClientRegistered like = registered(id, "Ann", company, "TX", null);
        return new ClientRegistered(
                id,
                like.personal(),
                like.state(),
                like.age(),
                like.onboardedOn(),
                like.years(),
                like.totalPurchase(),
                like.numSites(),
                null,
                true);
    }

    /** A score of that probability. */
    public static ClientScore score(
            String id, long sequence, long version, @Nullable Double probability, @Nullable SourcePosition source) {
        return new ClientScore(
                UUID.nameUUIDFromBytes((id + "/" + sequence).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                id,
                version,
                UUID.nameUUIDFromBytes((id + version).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                sequence,
                Outcome.SCORED,
                Trigger.EVENT,
                probability,
                0.1,
                probability == null ? null : probability < 0.3 ? Band.LOW : probability < 0.6 ? Band.MEDIUM : Band.HIGH,
                List.of(new Reason("Num_Sites", 8, 0.4), new Reason("Years", 7.22, -0.1)),
                0.05,
                Map.of("Age", 42.0, "Num_Sites", 8.0, "Years", 7.22, "Account_Manager", 0.0, "Total_Purchase", 11066.8),
                List.of("Age"),
                null,
                new ModelReference("churn", 1, "0".repeat(64), "jpmml-evaluator 1.7.7"),
                NOON.plusSeconds(sequence),
                source);
    }

    /** The same score because the features are the same. */
    public static ClientScore unchanged(ClientScore score) {
        return new ClientScore(
                score.scoreId(),
                score.clientId(),
                score.clientVersion(),
                score.eventId(),
                score.scoreSequence(),
                Outcome.UNCHANGED,
                score.trigger(),
                score.probability(),
                score.baseValue(),
                score.band(),
                score.reasons(),
                score.other(),
                score.features(),
                score.outOfRange(),
                null,
                score.model(),
                score.scoredAt(),
                score.source());
    }

    /** The same score with another outcome and no probability. */
    public static ClientScore without(ClientScore score, Outcome outcome) {
        return new ClientScore(
                score.scoreId(),
                score.clientId(),
                score.clientVersion(),
                score.eventId(),
                score.scoreSequence(),
                outcome,
                score.trigger(),
                null,
                null,
                null,
                List.of(),
                null,
                score.features(),
                List.of(),
                outcome == Outcome.UNSCORABLE ? "the model gave no answer" : null,
                score.model(),
                score.scoredAt(),
                score.source());
    }

    /** An account manager from the first day to the last. */
    public static List<ProducerRecord<byte[], byte[]>> managed(String id) {
        return List.of(
                Publisher.event(new AccountManagerRegistered(id, new AccountManagerEvent.Personal("Ada"), 5), 1, NOON),
                Publisher.event(new AccountManagerCapacityChanged(id, 7), 2, NOON),
                Publisher.event(new AccountManagerRetired(id), 3, NOON));
    }

    /** A purchase that brings the sum to {@code total}. */
    public static ClientEvent purchase(String id, String total) {
        return new ClientEvent.PurchaseRecorded(id, BigDecimal.ONE, NOON, null, new BigDecimal(total));
    }
}
