package io.vigie.query.platform;

import io.vigie.web.Rejected;

/** 404s. */
public final class Unknown {

    private Unknown() {}

    /** No such client, or none that the views know yet. */
    public static Rejected client() {
        return Rejected.unknown("unknown-client", "Unknown client", "There is no client with this id.");
    }

    /** No such account manager, or none that the views know yet. */
    public static Rejected accountManager() {
        return Rejected.unknown(
                "unknown-account-manager", "Unknown account manager", "There is no account manager with this id.");
    }

    /** No such dead letter. */
    public static Rejected deadLetter() {
        return Rejected.unknown("unknown-dead-letter", "Unknown dead letter", "There is no dead letter with this id.");
    }

    /** No such rebuild. */
    public static Rejected rebuild() {
        return Rejected.unknown("unknown-rebuild", "Unknown rebuild", "There is no rebuild with this id.");
    }
}
