package io.vigie.contracts;

/**
 * Names of the Kafka record headers: CloudEvents 1.0 in binary content mode (Kafka protocol binding, attributes
 * prefixed {@code ce_}), UTF-8 text throughout. The value of the record is the payload alone.
 */
public final class Headers {

    /** Always {@code application/json}. */
    public static final String CONTENT_TYPE = "content-type";

    /** Always {@code 1.0}. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** Event id, a UUID. */
    public static final String ID = "ce_id";

    /** Always {@code /vigie/command-service}. */
    public static final String SOURCE = "ce_source";

    /** {@link EventType#name()}. */
    public static final String TYPE = "ce_type";

    /** ISO-8601 instant of the event. */
    public static final String TIME = "ce_time";

    /** Id of the client or account manager, or name of the model; equals the record key. */
    public static final String SUBJECT = "ce_subject";

    /** {@link EventType#revision()}. */
    public static final String REVISION = "ce_revision";

    /** Version of the aggregate after the event, from 1. */
    public static final String VERSION = "ce_aggregateversion";

    /** PostgreSQL transaction of the event, decimal: what consistency tokens speak of. */
    public static final String TRANSACTION = "ce_transactionid";

    /** Global index of the event in the store, decimal. */
    public static final String GLOBAL_INDEX = "ce_globalindex";

    /** Who did it; {@code local} until there is sign-in. */
    public static final String ACTOR = "ce_actor";

    /** {@code user}, {@code integration}, {@code automation} or {@code system}. */
    public static final String ACTOR_KIND = "ce_actorkind";

    /** Ties together everything that one request set off. */
    public static final String CORRELATION_ID = "ce_correlationid";

    /** What directly caused the event. */
    public static final String CAUSATION_ID = "ce_causationid";

    /** On a dead letter: which consumer gave up ({@code relay}, {@code scoring}, {@code query}). */
    public static final String DEAD_LETTER_CONSUMER = "vigie_dead-letter-consumer";

    /** On a dead letter: why, in one sentence without personal data. */
    public static final String DEAD_LETTER_REASON = "vigie_dead-letter-reason";

    /**
     * On a dead letter: {@code topic/partition/offset} of the original, or the event id in the place of the offset where
     * the original never came to its topic.
     */
    public static final String DEAD_LETTER_ORIGIN = "vigie_dead-letter-origin";

    /** On a dead letter: ISO-8601 instant. */
    public static final String DEAD_LETTER_TIME = "vigie_dead-letter-time";

    /**
     * Offset of a dead letter, decimal. On a record of the retry topic: of the one that was decided on. On a dead letter:
     * of the one that was retried in vain, absent on the first; it tells the letters of one record apart.
     */
    public static final String DEAD_LETTER_ID = "vigie_dead-letter-id";

    /** On a dead letter whose value had to be cut to fit on the topic: how many bytes it had, decimal. */
    public static final String DEAD_LETTER_CUT_FROM = "vigie_dead-letter-cut-from";

    /** On a record of the retry topic: the consumer that is to try again, the others pass by. */
    public static final String RETRY_CONSUMER = "vigie_retry-consumer";

    /** On a record of the retry topic: {@code retry} or {@code evict} (count the event as done without handling it). */
    public static final String RETRY_ACTION = "vigie_retry-action";

    private Headers() {}
}
