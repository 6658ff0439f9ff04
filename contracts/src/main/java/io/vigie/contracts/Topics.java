package io.vigie.contracts;

import java.util.List;
import java.util.Map;

/** Every topic, with the settings that must not be left to the broker. */
public final class Topics {

    private static final Map<String, String> FOR_EVER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "CreateTime",
            // By default the broker refuses what is an hour ahead: a clock that is wrong would stop the relay. Readers
            // put an absurd time into the dead letters.
            "message.timestamp.after.max.ms", "9223372036854775807");

    /** Room for a record of the largest size plus what a dead letter says about it. */
    private static final Map<String, String> FOR_EVER_AND_LARGER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "CreateTime",
            "message.timestamp.after.max.ms", "9223372036854775807",
            "max.message.bytes", "8388608");

    /** Events of clients, key = client id. */
    public static final Topic CLIENT_EVENTS = new Topic("vigie.client.events.v1", true, FOR_EVER);

    /** Events of account managers, key = account manager id. */
    public static final Topic ACCOUNT_MANAGER_EVENTS = new Topic("vigie.account-manager.events.v1", true, FOR_EVER);

    /** Events of models, key = name of the model. */
    public static final Topic MODEL_EVENTS = new Topic("vigie.model.events.v1", true, FOR_EVER);

    /**
     * The documents of all versions (key = name/version) and which of them are to score (key = name). Compacted: whoever
     * scores reads all of it at its start. A document of 20 MB is 27 MB in Base64.
     */
    public static final Topic MODELS = new Topic(
            "vigie.models.v1",
            false,
            Map.of(
                    "cleanup.policy", "compact",
                    "message.timestamp.type", "CreateTime",
                    "message.timestamp.after.max.ms", "9223372036854775807",
                    "max.message.bytes", "33554432"));

    /** Where which version began to score, key = name of the model. */
    public static final Topic MODEL_SWAPS = new Topic("vigie.model.swaps.v1", false, FOR_EVER);

    /**
     * What each version was given and answered on each day, key = name/version/day/partition. Compacted: the latest record of
     * a key says all.
     */
    public static final Topic MODEL_SKETCHES = new Topic(
            "vigie.model.sketches.v1",
            false,
            Map.of(
                    "cleanup.policy", "compact",
                    "message.timestamp.type", "CreateTime",
                    "message.timestamp.after.max.ms", "9223372036854775807"));

    /** Scores, key = client id; partitioned as the client events are. */
    public static final Topic CLIENT_SCORES = new Topic("vigie.client.scores.v1", true, FOR_EVER);

    /** What the challenger would have said, key = client id; partitioned as the client events are. */
    public static final Topic CLIENT_SHADOW_SCORES = new Topic("vigie.client.shadow-scores.v1", true, FOR_EVER);

    /** Records that a consumer could not handle, original key, value and headers. */
    public static final Topic DEAD_LETTERS = new Topic("vigie.dead-letters.v1", false, FOR_EVER_AND_LARGER);

    /** Dead letters on their way back to the consumer that gave them up; partitioned as the client events are. */
    public static final Topic RETRIES = new Topic("vigie.retries.v1", true, FOR_EVER_AND_LARGER);

    /**
     * The relay's position. Compacted (one key), with an hour of history so that a position can be found again after
     * the broker lost its tail.
     */
    public static final Topic RELAY_PROGRESS = new Topic(
            "vigie.relay.progress.v1",
            false,
            Map.of(
                    "cleanup.policy", "compact",
                    "min.compaction.lag.ms", "3600000",
                    "segment.bytes", "16777216",
                    "message.timestamp.type", "CreateTime",
                    "message.timestamp.after.max.ms", "9223372036854775807"));

    /** All of them. */
    public static final List<Topic> ALL = List.of(
            CLIENT_EVENTS,
            ACCOUNT_MANAGER_EVENTS,
            MODEL_EVENTS,
            MODELS,
            MODEL_SWAPS,
            MODEL_SKETCHES,
            CLIENT_SCORES,
            CLIENT_SHADOW_SCORES,
            DEAD_LETTERS,
            RETRIES,
            RELAY_PROGRESS);

    private Topics() {}
}
