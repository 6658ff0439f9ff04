package io.vigie.access.signin;

import io.vigie.access.Actor;
import io.vigie.web.Rejected;

/** The account of whoever signed in with its password; people of a provider have none here. */
public final class OwnAccount {

    private OwnAccount() {}

    /**
     * Its id.
     *
     * @throws Rejected 403 for somebody who signed in at the provider
     */
    public static String id() {
        return Actor.current()
                .filter(actor -> actor.proof() == Actor.Proof.SESSION)
                .map(Actor::id)
                .orElseThrow(() -> Rejected.forbidden(
                        "no-account",
                        "No account here",
                        "Whoever signs in at the provider has no account here: no password to change, and no tokens of"
                                + " their own."));
    }
}
