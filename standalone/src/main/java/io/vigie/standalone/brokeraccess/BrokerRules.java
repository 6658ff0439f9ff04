package io.vigie.standalone.brokeraccess;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CLUSTER_ACTION;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.vigie.contracts.Topics;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who may do what on the broker. What isn't here is forbidden; to read or write includes to describe. */
final class BrokerRules {

    /** Everything that is published. */
    private static final String PUBLISHED = "vigie.";

    private static final String RELAY = "vigie-relay";
    private static final String SCORING = "vigie-scoring";
    private static final String QUERY = "vigie-query-";
    private static final String ANY = "*";

    private BrokerRules() {}

    static List<AclBinding> of(BrokerAccount account) {
        return switch (account) {
            case COMMAND_SERVICE ->
                rules(
                        account,
                        // Makes the topics, compares them with the store, and takes up what people decided.
                        may(TOPIC, PREFIXED, PUBLISHED, CREATE, READ, DESCRIBE_CONFIGS, ALTER_CONFIGS),
                        may(TOPIC, LITERAL, Topics.CLIENT_EVENTS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.ACCOUNT_MANAGER_EVENTS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.MODEL_EVENTS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.MODELS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.RELAY_PROGRESS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.DEAD_LETTERS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.RETRIES.name(), WRITE),
                        may(TRANSACTIONAL_ID, LITERAL, RELAY, WRITE, DESCRIBE),
                        may(GROUP, LITERAL, RELAY, READ),
                        // Ends a transaction that its dead relay left open.
                        may(CLUSTER, LITERAL, Resource.CLUSTER_NAME, CLUSTER_ACTION));
            case SCORING_STREAMS ->
                rules(
                        account,
                        may(TOPIC, LITERAL, Topics.CLIENT_EVENTS.name(), READ),
                        may(TOPIC, LITERAL, Topics.RETRIES.name(), READ),
                        may(TOPIC, LITERAL, Topics.MODELS.name(), READ),
                        may(TOPIC, LITERAL, Topics.CLIENT_SCORES.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.CLIENT_SHADOW_SCORES.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.MODEL_SWAPS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.MODEL_SKETCHES.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.DEAD_LETTERS.name(), WRITE),
                        // The topics of its own stores.
                        may(TOPIC, PREFIXED, SCORING + "-", CREATE, READ, WRITE, DESCRIBE_CONFIGS),
                        may(TRANSACTIONAL_ID, PREFIXED, SCORING + "-", WRITE, DESCRIBE),
                        may(GROUP, LITERAL, SCORING, READ));
            case QUERY_SERVICE ->
                rules(
                        account,
                        may(TOPIC, PREFIXED, PUBLISHED, CREATE, READ),
                        may(TOPIC, LITERAL, Topics.DEAD_LETTERS.name(), WRITE),
                        may(TOPIC, LITERAL, Topics.RETRIES.name(), WRITE),
                        may(GROUP, PREFIXED, QUERY, READ),
                        // Tells how far scoring is, and which of its instances has which partition.
                        may(GROUP, LITERAL, SCORING, DESCRIBE));
            case OPERATOR -> rules(account, may(TOPIC, PREFIXED, PUBLISHED, READ), may(GROUP, LITERAL, ANY, DESCRIBE));
        };
    }

    private record Rule(ResourcePattern what, List<AclOperation> operations) {}

    private static Rule may(ResourceType type, PatternType pattern, String name, AclOperation... operations) {
        return new Rule(new ResourcePattern(type, name, pattern), List.of(operations));
    }

    private static List<AclBinding> rules(BrokerAccount account, Rule... rules) {
        return Arrays.stream(rules)
                .flatMap(rule -> rule.operations().stream()
                        .map(operation -> new AclBinding(
                                rule.what(),
                                new AccessControlEntry("User:" + account, ANY, operation, AclPermissionType.ALLOW))))
                .toList();
    }
}
