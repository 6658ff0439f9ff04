package io.vigie.contracts.manager;

/**
 * An account manager's life at a glance; published on {@code vigie.account-manager.events.v1}. Who looks after whom is
 * told by the client's events.
 */
public sealed interface AccountManagerEvent {

    /** The account manager: 1–64 characters of {@code [A-Za-z0-9._-]}; the record key on Kafka. */
    String accountManagerId();

    /**
     * Personal data of an account manager.
     *
     * @param name 1–200 characters, NFC
     */
    record Personal(String name) {}

    /**
     * The first event of every account manager (version 1).
     *
     * @param capacity how many clients the manager can look after, 0–100,000
     */
    record AccountManagerRegistered(String accountManagerId, Personal personal, int capacity)
            implements AccountManagerEvent {}

    /** The capacity is now {@code capacity}; it was never below the load. */
    record AccountManagerCapacityChanged(String accountManagerId, int capacity) implements AccountManagerEvent {}

    /** The manager left and looks after nobody. */
    record AccountManagerRetired(String accountManagerId) implements AccountManagerEvent {}
}
