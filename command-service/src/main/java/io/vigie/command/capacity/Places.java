package io.vigie.command.capacity;

import io.vigie.command.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How many clients each account manager has and can have. Every change is part of the current transaction and holds
 * whatever other instances do at the same time.
 */
public interface Places {

    /** Opens {@code capacity} places with a new account manager. */
    void open(String accountManagerId, int capacity);

    /**
     * Frees a place with one manager and takes one with another; null for none.
     *
     * @throws Refused {@code unknown-account-manager}, {@code account-manager-retired} or {@code capacity-exceeded}
     */
    void move(@Nullable String freed, @Nullable String taken);

    /**
     * Changes how many clients a manager can have.
     *
     * @throws Refused {@code capacity-below-load}
     */
    void resize(String accountManagerId, int capacity);

    /**
     * Closes all places of a manager for ever.
     *
     * @throws Refused {@code account-manager-has-clients}
     */
    void close(String accountManagerId);
}
