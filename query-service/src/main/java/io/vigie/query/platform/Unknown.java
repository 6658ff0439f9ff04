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

    /** No such model, or none that the views know yet. */
    public static Rejected model() {
        return Rejected.unknown("unknown-model", "Unknown model", "There is no model of this name.");
    }

    /** No such version, or none that the views know yet. */
    public static Rejected modelVersion() {
        return Rejected.unknown(
                "unknown-model-version", "Unknown model version", "The model has no version of this number.");
    }

    /** No such rebuild. */
    public static Rejected rebuild() {
        return Rejected.unknown("unknown-rebuild", "Unknown rebuild", "There is no rebuild with this id.");
    }
}
