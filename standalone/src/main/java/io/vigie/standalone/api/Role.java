package io.vigie.standalone.api;

import java.util.Locale;

/** In what role a verb asks; of those that Vigie has, the ones that verbs need. */
public enum Role {
    /** For clients, account managers and files. */
    AGENCY_MANAGER,
    /** For models. */
    DATA_SCIENTIST,
    /** For dead letters as they are; each such read is recorded. */
    AUDITOR,
    /** For what keeps the system running. */
    OPERATOR,
    /** For accounts. */
    ADMINISTRATOR;

    /** As in the file of credentials. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
