package io.vigie.access.signinatprovider;

import io.vigie.access.Actor;
import io.vigie.web.Rejected;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.web.client.RestClientException;

/** What the browser brings back from the provider, and what is said to it when nobody can be known by that. */
final class Answered {

    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);

    /** What isn't the provider's fault, nor that of the settings here. */
    private static final Set<String> NOT_GOOD =
            Set.of(OAuth2ErrorCodes.INVALID_GRANT, "invalid_id_token", "invalid_nonce");

    private static final Pattern PLAIN = Pattern.compile("[a-z_]{1,40}");

    private Answered() {}

    /**
     * The answer as far as it is one.
     *
     * @throws Rejected 401 when the provider says no, or it is another provider's
     */
    static OAuth2AuthorizationResponse read(Map<String, String> answer, String issuer, String callback) {
        String code = answer.getOrDefault("code", "");
        if (code.isBlank() || answer.containsKey("error") || !issuer.equals(answer.getOrDefault("iss", issuer))) {
            throw failed(answer.getOrDefault("error", "no code"));
        }
        return OAuth2AuthorizationResponse.success(code)
                .state(answer.getOrDefault("state", ""))
                .redirectUri(callback)
                .build();
    }

    /**
     * Who it is.
     *
     * @throws Rejected when that can't be known
     * @throws AuthenticationServiceException when the provider doesn't answer, or not as one should
     */
    static Actor actor(Supplier<Actor> question) {
        try {
            return question.get();
        } catch (OAuth2AuthenticationException refused) {
            String code = refused.getError().getErrorCode();
            if (code.equals("invalid_state_parameter")) {
                throw notBegunHere();
            }
            if (NOT_GOOD.contains(code) && !isAway(refused)) {
                throw failed(code);
            }
            LOG.warn("The provider ends no sign-in: {}", plain(code));
            throw new AuthenticationServiceException("no answer", refused);
        }
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof RestClientException) {
                return true;
            }
        }
        return false;
    }

    static Rejected notBegunHere() {
        return Rejected.forbidden(
                "sign-in-not-begun-here",
                "Not begun here",
                "This sign-in wasn't begun in this browser, or too long ago, or it is over: begin again.");
    }

    private static Rejected failed(String code) {
        LOG.warn("Nobody could be signed in at the provider: {}", plain(code));
        return Rejected.unauthenticated(
                "sign-in-failed",
                "Not signed in",
                "The provider didn't say who you are in a way that can be believed: begin again.",
                "Session");
    }

    /** What a browser brings may be anything. */
    private static String plain(String code) {
        return PLAIN.matcher(code).matches() ? code : "for another reason";
    }
}
