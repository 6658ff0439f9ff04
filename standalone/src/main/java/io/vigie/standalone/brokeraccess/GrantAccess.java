package io.vigie.standalone.brokeraccess;

import io.vigie.embedded.KafkaSignIn;
import io.vigie.standalone.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Sees to it that the accounts on a guarded broker have the passwords and the rules that they should, and no other rule. */
public final class GrantAccess {

    private static final int ITERATIONS = 8_192;
    private static final long PATIENCE_SECONDS = 60;
    private static final String TRANSACTIONS = "transaction.version";
    private static final short TRANSACTION_VERSION = 1;

    private GrantAccess() {}

    /**
     * Signs in as the broker's own account; the same again changes nothing that anybody notices.
     *
     * @throws Refusal when the broker doesn't take it
     */
    public static void grant(String bootstrapServers, String brokerPassword, Map<BrokerAccount, String> passwords) {
        try (Admin admin = admin(bootstrapServers, brokerPassword)) {
            await(admin.alterUserScramCredentials(passwords.entrySet().stream()
                            .map(account -> credential(account.getKey(), account.getValue()))
                            .toList())
                    .all());
            List<AclBinding> wanted = passwords.keySet().stream()
                    .flatMap(account -> BrokerRules.of(account).stream())
                    .toList();
            Collection<AclBinding> found =
                    await(admin.describeAcls(AclBindingFilter.ANY).values());
            List<AclBinding> missing = new ArrayList<>(wanted);
            missing.removeAll(found);
            await(admin.createAcls(missing).all());
            await(admin.deleteAcls(found.stream()
                            .filter(rule -> !wanted.contains(rule))
                            .map(AclBinding::toFilter)
                            .toList())
                    .all());
        }
    }

    /**
     * Takes a broker of Vigie's own that something else formatted back to the transaction protocol that docs/adr/0007 asks
     * for, which no service may do; one that has it, or an older one, stays as it is.
     *
     * @throws Refusal when the broker doesn't take it
     */
    static void takeBackTransactions(String bootstrapServers, String brokerPassword) {
        try (Admin admin = admin(bootstrapServers, brokerPassword)) {
            FinalizedVersionRange found = await(admin.describeFeatures().featureMetadata())
                    .finalizedFeatures()
                    .get(TRANSACTIONS);
            if (found != null && found.maxVersionLevel() > TRANSACTION_VERSION) {
                await(admin.updateFeatures(
                                Map.of(
                                        TRANSACTIONS,
                                        new FeatureUpdate(TRANSACTION_VERSION, UpgradeType.SAFE_DOWNGRADE)),
                                new UpdateFeaturesOptions())
                        .all());
            }
        }
    }

    private static Admin admin(String bootstrapServers, String brokerPassword) {
        Map<String, Object> settings = new HashMap<>(KafkaSignIn.asBroker(brokerPassword));
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", "vigie-access");
        return Admin.create(settings);
    }

    private static UserScramCredentialAlteration credential(BrokerAccount account, String password) {
        return new UserScramCredentialUpsertion(
                account.toString(), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password);
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Refusal(
                    "Kafka doesn't take the accounts of the parts ("
                            + cause.getClass().getSimpleName() + "); see `vigie logs kafka`.",
                    1,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The start was interrupted.", 1, e);
        }
    }
}
