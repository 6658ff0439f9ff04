package io.vigie.embedded;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** The settings of a single broker on a small machine. */
final class KafkaSettings {

    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    static Properties of(int node, Path data, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(node));
        settings.put("controller.quorum.voters", node + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("background.threads", "4");
        // The cleaner's default buffer alone is half of the heap that a small broker gets.
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        return settings;
    }

    /**
     * Lets nobody in without an account, and nobody with one do what no rule allows. The broker's own account, which may
     * do everything, is known before any other: it signs in by a password that stands in these settings (PLAIN), all
     * others by SCRAM.
     */
    static void guard(Properties settings, String password) {
        String own = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                + KafkaBroker.ACCOUNT + "\" password=\"" + password + "\" user_" + KafkaBroker.ACCOUNT + "=\""
                + password
                + "\";";
        settings.put("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("listener.name.clients.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        settings.put("listener.name.clients.plain.sasl.jaas.config", own);
        settings.put(
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.controller.plain.sasl.jaas.config", own);
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("super.users", "User:" + KafkaBroker.ACCOUNT);
        settings.put("allow.everyone.if.no.acl.found", "false");
    }
}
