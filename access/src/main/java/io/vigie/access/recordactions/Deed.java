package io.vigie.access.recordactions;

import java.util.Locale;

/** What is recorded when it is done. */
public enum Deed {
    ACCOUNT_ADDED,
    ACCOUNT_DISABLED,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    PASSWORD_CHANGED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    PROPOSAL_MADE,
    PROPOSAL_CONFIRMED,
    PROPOSAL_WITHDRAWN;

    /** The name in the record: {@code account-added}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
