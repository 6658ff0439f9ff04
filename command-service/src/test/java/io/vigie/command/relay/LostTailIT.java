package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Servers;
import io.vigie.contracts.Topics;
import io.vigie.embedded.KafkaBroker;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker loses what it had not yet written to its disk; PostgreSQL has lost nothing. */
class LostTailIT {

    private static final String EVENTS = Topics.CLIENT_EVENTS.name();

    @TempDir
    Path folder;

    private final String database = Servers.newDatabase();

    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, 9_000})
    void givenEventPartitionsWithoutTheirTails_whenRelayed_thenEachEventIsThereOnceAndInOrder(int bytes)
            throws Exception {
        relayFiveClients();

        for (int partition = 0; partition < 3; partition++) {
            cutTail(EVENTS + "-" + partition, bytes);
        }
        loseCleanShutdown();

        goOnAndCheck();
    }

    @Test
    void givenOnePartitionAndTheProgressWithoutTheirTails_whenRelayed_thenEachEventIsThereOnceAndInOrder()
            throws Exception {
        relayFiveClients();

        cutTail(EVENTS + "-1", 3_000);
        cutTail(Topics.RELAY_PROGRESS.name() + "-0", 1_000);
        loseCleanShutdown();

        goOnAndCheck();
    }

    @Test
    void givenNoProgressAtAll_whenRelayed_thenNothingIsDoubled() throws Exception {
        relayFiveClients();

        Path progress = folder.resolve("kafka").resolve(Topics.RELAY_PROGRESS.name() + "-0");
        cutTail(progress.getFileName().toString(), Integer.MAX_VALUE);
        loseCleanShutdown();

        goOnAndCheck();
    }

    private void relayFiveClients() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
                RelayRig rig = new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.batch=5")) {
            for (int round = 0; round < 4; round++) {
                for (int client = 0; client < 5; client++) {
                    rig.store("client-" + client, round * 5, 5);
                }
                rig.awaitRelayed();
            }
        }
    }

    private void goOnAndCheck() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
                RelayRig rig = new RelayRig(database, kafka.bootstrapServers(), "--vigie.relay.batch=5")) {
            for (int client = 0; client < 5; client++) {
                rig.store("client-" + client, 20, 1);
            }
            rig.awaitRelayed();
            for (int client = 0; client < 5; client++) {
                assertThat(rig.publishedIds(EVENTS, "client-" + client)).isEqualTo(rig.eventIds("client-" + client));
            }
            assertThat(rig.bean(ProgressLog.class).newest().orElseThrow().sent())
                    .isEqualTo(105);
        }
    }

    private void cutTail(String partition, int bytes) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kafka").resolve(partition))) {
            List<Path> segments = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            try (RandomAccessFile log =
                    new RandomAccessFile(segments.get(segments.size() - 1).toFile(), "rw")) {
                log.setLength(Math.max(0, log.length() - bytes));
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("kafka").resolve(partition))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".snapshot")).toList()) {
                Files.delete(file);
            }
        }
    }

    private void loseCleanShutdown() throws IOException {
        Files.deleteIfExists(folder.resolve("kafka").resolve(".kafka_cleanshutdown"));
    }
}
