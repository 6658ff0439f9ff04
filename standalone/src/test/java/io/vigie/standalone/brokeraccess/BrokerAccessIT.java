package io.vigie.standalone.brokeraccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guarded broker as each account finds it. */
class BrokerAccessIT {

    private static final Map<BrokerAccount, Set<Topic>> WRITES = Map.of(
            BrokerAccount.COMMAND_SERVICE,
            Set.of(
                    Topics.CLIENT_EVENTS,
                    Topics.ACCOUNT_MANAGER_EVENTS,
                    Topics.MODEL_EVENTS,
                    Topics.MODELS,
                    Topics.RELAY_PROGRESS,
                    Topics.DEAD_LETTERS,
                    Topics.RETRIES),
            BrokerAccount.SCORING_STREAMS,
            Set.of(
                    Topics.CLIENT_SCORES,
                    Topics.CLIENT_SHADOW_SCORES,
                    Topics.MODEL_SWAPS,
                    Topics.MODEL_SKETCHES,
                    Topics.DEAD_LETTERS),
            BrokerAccount.QUERY_SERVICE,
            Set.of(Topics.DEAD_LETTERS, Topics.RETRIES),
            BrokerAccount.OPERATOR,
            Set.of());

    private static final Map<BrokerAccount, Set<Topic>> READS = Map.of(
            BrokerAccount.COMMAND_SERVICE,
            Set.copyOf(Topics.ALL),
            BrokerAccount.SCORING_STREAMS,
            Set.of(Topics.CLIENT_EVENTS, Topics.MODELS, Topics.RETRIES),
            BrokerAccount.QUERY_SERVICE,
            Set.copyOf(Topics.ALL),
            BrokerAccount.OPERATOR,
            Set.copyOf(Topics.ALL));

    @TempDir
    static Path folder;

    private static GuardedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new GuardedBroker(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void givenEachAccountAndTopic_whenWritten_thenOnlyWhereTheTableAllowsIt() throws Exception {
        for (BrokerAccount account : BrokerAccount.values()) {
            for (Topic topic : Topics.ALL) {
                assertThat(broker.mayWrite(account, topic))
                        .as(account + " writes " + topic.name())
                        .isEqualTo(WRITES.getOrDefault(account, Set.of()).contains(topic));
            }
        }
    }

    @Test
    void givenEachAccountAndTopic_whenRead_thenOnlyWhereTheTableAllowsIt() {
        for (BrokerAccount account : BrokerAccount.values()) {
            for (Topic topic : Topics.ALL) {
                assertThat(broker.mayRead(account, topic))
                        .as(account + " reads " + topic.name())
                        .isEqualTo(READS.getOrDefault(account, Set.of()).contains(topic));
            }
        }
    }
}
