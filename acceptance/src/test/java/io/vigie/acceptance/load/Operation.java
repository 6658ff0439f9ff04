package io.vigie.acceptance.load;

import org.jspecify.annotations.Nullable;

/**
 * One command as somebody gave it.
 *
 * @param id unique in a run: idempotency key, and left in the event wherever the command has a free text
 * @param kind the event type that it leads to when it changes something
 * @param target client or account manager
 */
public record Operation(
        String id,
        String kind,
        String method,
        String path,
        @Nullable String body,
        String target) {

    /** Where the target can be read. */
    String readPath() {
        return (kind.equals("account-manager-capacity-changed") ? "/api/account-managers/" : "/api/clients/") + target;
    }
}
