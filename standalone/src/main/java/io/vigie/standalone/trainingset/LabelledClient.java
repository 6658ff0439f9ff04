package io.vigie.standalone.trainingset;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.features.ClientFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client with the outcome, and with what was known before it. The moment of the label is that of the departure for whoever
 * left and hasn't come back, and the moment as of which everything is told for everybody else: of what came at it or later
 * nothing is in the features. A departure itself changes facts (it frees the account manager's place), and what is recorded
 * of somebody who is gone tells that they are.
 */
final class LabelledClient {

    private long version;
    private boolean complete = true;
    private @Nullable ClientFacts facts;

    /** As they were before the departure; null while the client is there. */
    private @Nullable ClientFacts before;

    private Instant leftAt = Instant.MIN;

    /** Takes the next event in; one that is there already changes nothing. */
    void take(ClientEvent event, long eventVersion, Instant time) {
        if (eventVersion <= version) {
            return;
        }
        if (eventVersion != version + 1) {
            complete = false;
        }
        version = eventVersion;
        ClientFacts known = facts;
        if (event instanceof ClientRegistered registered) {
            facts = ClientFacts.of(registered, time);
        } else if (known != null) {
            follow(known, event, time);
        }
    }

    private void follow(ClientFacts known, ClientEvent event, Instant time) {
        if (event instanceof ClientDeparted && before == null) {
            before = known;
            leftAt = time;
        } else if (event instanceof ClientReturned) {
            before = null;
        }
        facts = known.after(event);
    }

    /** Whether every event is there that leads to its last version. */
    boolean isComplete() {
        return complete && facts != null;
    }

    boolean hasLeft() {
        return before != null;
    }

    /** The features of {@link ChurnFeatures#NAMES} before the moment of the label. */
    double[] features(Instant asOf) {
        ClientFacts then = before == null ? facts : before;
        if (then == null) {
            throw new IllegalStateException("nothing is known of the client");
        }
        return ChurnFeatures.at(then, before == null ? asOf : leftAt);
    }
}
