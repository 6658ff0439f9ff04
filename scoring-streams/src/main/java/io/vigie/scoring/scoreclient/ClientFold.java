package io.vigie.scoring.scoreclient;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.features.ClientFacts;
import org.jspecify.annotations.Nullable;

/** The next facts from the last and an event. */
final class ClientFold {

    /** An event that can't follow; the message is fit for a dead letter. */
    static final class CannotFollow extends Exception {
        private static final long serialVersionUID = 1L;

        CannotFollow(String reason) {
            super(reason, null, false, false);
        }
    }

    private ClientFold() {}

    static @Nullable ClientFacts next(@Nullable ClientFacts facts, ReceivedEvent event) throws CannotFollow {
        try {
            if (event.payload() instanceof ClientRegistered registered) {
                if (event.version() != 1) {
                    throw new CannotFollow("A client is registered by its first event only.");
                }
                return ClientFacts.of(registered, event.time());
            }
            if (event.version() == 1) {
                throw new CannotFollow("The first event of a client must be its registration.");
            }
            // Without facts the registration was evicted; then there is nothing to change.
            return facts == null ? null : facts.after(event.payload());
        } catch (NullPointerException | ArithmeticException incomplete) {
            throw new CannotFollow("The event lacks something that its type demands.");
        }
    }
}
