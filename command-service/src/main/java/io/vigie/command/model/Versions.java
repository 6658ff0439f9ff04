package io.vigie.command.model;

import io.vigie.command.platform.Refused;

/** What a version must be to get an alias. */
public final class Versions {

    private Versions() {}

    /**
     * Returns when there is that version and it isn't retired.
     *
     * @throws Refused {@code unknown-version} or {@code version-retired}
     */
    public static void demandUsable(ModelState state, int version) {
        if (!state.has(version)) {
            throw Refused.unusable("unknown-version", "There is no such version of this model.");
        }
        if (state.retired().contains(version)) {
            throw Refused.conflict(
                    "version-retired",
                    "The version is retired; name another, or upload the document under another name.");
        }
    }
}
