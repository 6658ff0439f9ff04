package io.vigie.standalone.brokeraccess;

import java.util.Locale;
import java.util.Map;

/** Who has an account on the broker besides the broker itself. */
public enum BrokerAccount {
    COMMAND_SERVICE,
    SCORING_STREAMS,
    QUERY_SERVICE,
    /** Reads the topics for the command line. */
    OPERATOR;

    /** What a Kafka client needs to sign in, by Kafka's own names. */
    public Map<String, String> signIn(String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + this + "\" password=\""
                        + password + "\";");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
