package io.vigie.standalone.brokeraccess;

import io.vigie.embedded.KafkaSignIn;
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
        return KafkaSignIn.as(toString(), password);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
