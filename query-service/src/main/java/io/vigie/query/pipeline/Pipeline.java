package io.vigie.query.pipeline;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.query.projection.Percentiles;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of an event in numbers. Null is what isn't known, for instance while Kafka can't be asked.
 *
 * @param at when it was looked; no more than once a second
 * @param kafka whether Kafka could be asked
 * @param stages in the order in which an event passes them
 * @param edges from which stage to which
 * @param latencies of the last minute
 * @param partitions of client events and of scores, by topic and number
 * @param parts whose instances work on it
 */
@Schema(requiredProperties = {"at", "kafka", "stages", "edges", "latencies", "partitions", "parts"})
record Pipeline(
        Instant at,

        @Schema(allowableValues = {"available", "unavailable"})
        String kafka,

        List<Stage> stages,
        List<Edge> edges,
        Latencies latencies,
        List<PartitionStanding> partitions,
        List<PartStanding> parts) {

    /**
     * A part that handles records, or a topic that holds them.
     *
     * @param kind {@code part} or {@code topic}
     * @param records handled so far; of a topic its end offsets added up, in which marks of transactions count
     * @param perSecond null for topics
     */
    @Schema(requiredProperties = {"name", "kind", "records", "perSecond"})
    record Stage(
            @Schema(allowableValues = {"store", "relay", "events-topic", "scoring", "scores-topic", "projection"})
            String name,

            @Schema(allowableValues = {"part", "topic"}) String kind,

            @Nullable Long records,
            @Nullable PerSecond perSecond) {}

    /**
     * Records a second, on average.
     *
     * @param last10Seconds null until there are two looks
     * @param last60Seconds of as much of the last minute as is known
     */
    @Schema(requiredProperties = {"last10Seconds", "last60Seconds"})
    record PerSecond(
            @Nullable Double last10Seconds, @Nullable Double last60Seconds) {}

    /**
     * The way from one stage to the next.
     *
     * @param records that wait there
     * @param millis how old the oldest of them is
     */
    @Schema(requiredProperties = {"from", "to", "records", "millis"})
    record Edge(
            String from,
            String to,
            @Nullable Long records,
            @Nullable Long millis) {}

    /**
     * How long client events took.
     *
     * @param eventToTopic from being recorded until the projection took them up from their topic, for the last time if it tried
     *     again; of those that this instance projects
     * @param eventToScore from being recorded until they were scored; of the latest 2,000 at most
     * @param eventToReadable from being recorded until they could be read; of those that this instance projects
     */
    @Schema(requiredProperties = {"eventToTopic", "eventToScore", "eventToReadable"})
    record Latencies(Percentiles eventToTopic, Percentiles eventToScore, Percentiles eventToReadable) {}

    /**
     * A partition.
     *
     * @param topic {@code events-topic} or {@code scores-topic}
     * @param endOffset where the next record goes
     * @param readers who reads it
     */
    @Schema(requiredProperties = {"topic", "partition", "endOffset", "readers"})
    record PartitionStanding(
            @Schema(allowableValues = {"events-topic", "scores-topic"})
            String topic,

            int partition,
            @Nullable Long endOffset,
            List<Reader> readers) {}

    /**
     * Who reads a partition.
     *
     * @param stage {@code scoring} or {@code projection}
     * @param position where it goes on
     * @param lag records that it hasn't handled
     * @param owner which instance has the partition; null for none, or while that isn't known
     */
    @Schema(requiredProperties = {"stage", "position", "lag", "owner"})
    record Reader(
            @Schema(allowableValues = {"scoring", "projection"})
            String stage,

            @Nullable Long position,
            @Nullable Long lag,
            @Nullable String owner) {}

    /**
     * A part of Vigie.
     *
     * @param instances how many have partitions
     * @param lastSeenAt when it last told of its progress
     */
    @Schema(requiredProperties = {"name", "instances", "lastSeenAt"})
    record PartStanding(
            @Schema(allowableValues = {"relay", "scoring", "projection"})
            String name,

            @Nullable Integer instances,
            @Nullable Instant lastSeenAt) {}
}
