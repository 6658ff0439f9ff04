package io.vigie.access.signin;

import io.vigie.access.Actor;
import io.vigie.web.Rejected;

/** What a token alone isn't enough for: what decides who gets in, and what two persons decide. */
public final class Present {

    private Present() {}

    /**
     * The one who signed in with the password of an account here.
     *
     * @throws Rejected 403 when the request came with a token
     */
    public static Actor withAccount() {
        return Actor.current()
                .filter(actor -> actor.proof() == Actor.Proof.SESSION)
                .orElseThrow(() -> Rejected.forbidden(
                        "session-needed",
                        "Sign-in needed",
                        "Nobody does this by a token: sign in with the password of an account (POST /api/sign-in)."));
    }
}
