package io.vigie.access.managetokens;

import io.vigie.access.tokens.Tokens;

/**
 * The answer to making a token.
 *
 * @param token its text, told this once
 */
public record IssuedToken(ListedToken about, String token) {

    static IssuedToken of(Tokens.Issued issued) {
        return new IssuedToken(ListedToken.of(issued.token()), issued.text());
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return about.toString();
    }
}
