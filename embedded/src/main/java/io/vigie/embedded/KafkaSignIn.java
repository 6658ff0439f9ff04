package io.vigie.embedded;

import java.util.Map;

/** What a Kafka client of the embedded broker needs to sign in, by Kafka's own names. */
public final class KafkaSignIn {

    private KafkaSignIn() {}

    /** As the broker's own account, which may do everything. */
    public static Map<String, String> asBroker(String password) {
        return with("PLAIN", "plain.PlainLoginModule", KafkaBroker.ACCOUNT, password);
    }

    /** As any other account, whose password the broker only keeps salted and hashed. */
    public static Map<String, String> as(String account, String password) {
        return with("SCRAM-SHA-512", "scram.ScramLoginModule", account, password);
    }

    private static Map<String, String> with(String mechanism, String module, String account, String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "org.apache.kafka.common.security." + module + " required username=\"" + account + "\" password=\""
                        + password + "\";");
    }
}
