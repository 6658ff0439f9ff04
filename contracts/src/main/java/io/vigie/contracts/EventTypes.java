package io.vigie.contracts;

import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every event type there is. A name, once published, is never used for anything else. */
public final class EventTypes {

    /** Types on {@link Topics#CLIENT_EVENTS}. */
    public static final List<EventType> CLIENT = List.of(
            new EventType("client-registered", 1, ClientRegistered.class),
            new EventType("client-profile-changed", 1, ClientProfileChanged.class),
            new EventType("client-sites-changed", 1, ClientSitesChanged.class),
            new EventType("purchase-recorded", 1, PurchaseRecorded.class),
            new EventType("account-manager-assigned", 1, AccountManagerAssigned.class),
            new EventType("account-manager-unassigned", 1, AccountManagerUnassigned.class),
            new EventType("client-departed", 1, ClientDeparted.class),
            new EventType("client-returned", 1, ClientReturned.class));

    /** Types on {@link Topics#ACCOUNT_MANAGER_EVENTS}. */
    public static final List<EventType> ACCOUNT_MANAGER = List.of(
            new EventType("account-manager-registered", 1, AccountManagerRegistered.class),
            new EventType("account-manager-capacity-changed", 1, AccountManagerCapacityChanged.class),
            new EventType("account-manager-retired", 1, AccountManagerRetired.class));

    /** Types on {@link Topics#MODEL_EVENTS}. */
    public static final List<EventType> MODEL = List.of(
            new EventType("model-uploaded", 1, ModelUploaded.class),
            new EventType("model-promoted", 1, ModelPromoted.class),
            new EventType("model-rolled-back", 1, ModelRolledBack.class),
            new EventType("model-challenger-dismissed", 1, ModelChallengerDismissed.class),
            new EventType("model-retired", 1, ModelRetired.class));

    /** All of them. */
    public static final List<EventType> ALL =
            Stream.of(CLIENT, ACCOUNT_MANAGER, MODEL).flatMap(List::stream).toList();

    private EventTypes() {}

    /** The client event of that name and revision, empty when this build doesn't know it. */
    public static Optional<EventType> client(String name, int revision) {
        return EventType.named(CLIENT, name, revision);
    }

    /** The account manager event of that name and revision, empty when this build doesn't know it. */
    public static Optional<EventType> accountManager(String name, int revision) {
        return EventType.named(ACCOUNT_MANAGER, name, revision);
    }

    /** The model event of that name and revision, empty when this build doesn't know it. */
    public static Optional<EventType> model(String name, int revision) {
        return EventType.named(MODEL, name, revision);
    }

    /** The type that a payload is stored and published under. */
    public static EventType of(Class<?> payload) {
        return EventType.of(ALL, payload);
    }
}
