package io.vigie.scoring.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code vigie}.
 *
 * @param stateDirectory where the stores keep their files; what is lost there is restored from Kafka
 */
@ConfigurationProperties("vigie")
record ScoringSettings(
        @DefaultValue Topics topics,
        @DefaultValue Bands bands,
        @DefaultValue Scoring scoring,
        @DefaultValue("data/scoring-streams") Path stateDirectory) {

    /**
     * How the topics were made.
     *
     * @param partitions of the partitioned topics; another number on the broker stops the start
     * @param replication replication factor, for the topics of the stores
     */
    record Topics(
            @DefaultValue("12") int partitions,
            @DefaultValue("1") int replication) {}

    /** Where the bands of risk begin. */
    record Bands(
            @DefaultValue("0.3") double mediumFrom,
            @DefaultValue("0.6") double highFrom) {}

    /**
     * How scoring runs.
     *
     * @param schedule how often time alone re-scores every active client, at least a second
     * @param threads stream threads of this process
     * @param commitInterval how long scores wait for their transaction to end while little comes; three times as long otherwise, or when
     *     nothing comes behind them
     */
    record Scoring(
            @DefaultValue("P1D") Duration schedule,
            @DefaultValue("1") int threads,
            @DefaultValue("20ms") Duration commitInterval,
            @DefaultValue Sketches sketches) {}

    /**
     * What is told of what the models were given and answered.
     *
     * @param every how often, at least 100 ms
     */
    record Sketches(@DefaultValue("10s") Duration every) {}
}
