package io.vigie.access;

import io.vigie.web.StartRefused;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who vouches for requests.
 *
 * @param database where accounts and tokens are; null for a service that asks none
 * @param jwt the provider whose tokens are taken besides Vigie's own; null for none
 * @param oidc the provider at which people can sign in; null for none
 * @param passwords whether people can also sign in with the password of an account here
 * @param operators the SHA-256 of the tokens of whoever runs the system, in hexadecimal digits
 * @param requestsPerSecond how many one account or subject may make, of each instance; 0 for as many as it likes
 */
@ConfigurationProperties("vigie.access")
public record AccessSettings(
        @Nullable Database database,
        @Nullable Jwt jwt,
        @Nullable Oidc oidc,
        @DefaultValue("true") boolean passwords,
        @DefaultValue List<String> operators,
        @DefaultValue("2000") int requestsPerSecond) {

    /**
     * Settings by which somebody could be recognised.
     *
     * @throws StartRefused when there is nobody whom the service would ever let in
     */
    public AccessSettings {
        if (database == null && jwt == null && operators.isEmpty()) {
            throw new StartRefused(
                    "Nothing says whom to let in.",
                    "Set vigie.access.database.url, vigie.access.jwt.issuer or vigie.access.operators.");
        }
        if (!passwords && oidc == null) {
            throw new StartRefused(
                    "Nobody could sign in without a password.",
                    "Set vigie.access.oidc.issuer, or leave vigie.access.passwords out.");
        }
    }

    /**
     * Where accounts and tokens are.
     *
     * @param url of JDBC
     * @param migrate whether this service brings the tables up to its version
     * @param owner as whom it does that; null for the role that it always is
     * @param readers roles of PostgreSQL that may find out whose tokens and sessions are
     */
    public record Database(
            String url,
            String username,
            String password,
            @DefaultValue("false") boolean migrate,
            @Nullable Owner owner,
            @DefaultValue List<String> readers) {

        /** As nobody should see it in a log. */
        @Override
        public String toString() {
            return url;
        }
    }

    /** The role of PostgreSQL that owns the tables, and is nobody's at any other time. */
    public record Owner(String username, String password) {

        /** As nobody should see it in a log. */
        @Override
        public String toString() {
            return username;
        }
    }

    /** An OpenID Connect provider, of which {@code /.well-known/openid-configuration} tells where its keys are. */
    public sealed interface Provider permits Jwt, Oidc {
        String issuer();

        List<String> algorithms();

        String rolesClaim();

        String accountManagerClaim();
    }

    /**
     * One whose tokens programs may send.
     *
     * @param issuer as in {@code iss}
     * @param audience that must be among {@code aud}
     * @param algorithms that may have signed; of {@code RS256 RS384 RS512 PS256 ES256 ES384 ES512}
     * @param rolesClaim with a list of the names of Vigie's roles; others are nobody's
     * @param accountManagerClaim with the id of the account manager whose portfolio is its own
     */
    public record Jwt(
            String issuer,
            String audience,
            @DefaultValue({"RS256", "ES256"}) List<String> algorithms,
            @DefaultValue("vigie_roles") String rolesClaim,
            @DefaultValue("vigie_account_manager") String accountManagerClaim)
            implements Provider {}

    /**
     * One at which people sign in with a browser; it has to know {@code https://HOST/api/sign-in/provider/callback}. The
     * claims are those of the ID token.
     *
     * @param issuer as in {@code iss}
     * @param clientId as which Vigie is registered there
     * @param clientSecret by which Vigie shows there that it is itself
     * @param scopes that are asked for, {@code openid} among them
     * @param algorithms that may have signed; of {@code RS256 RS384 RS512 PS256 ES256 ES384 ES512}
     * @param rolesClaim with a list of the names of Vigie's roles; others are nobody's
     * @param accountManagerClaim with the id of the account manager whose portfolio is its own
     */
    public record Oidc(
            String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("openid") Set<String> scopes,
            @DefaultValue({"RS256", "ES256"}) List<String> algorithms,
            @DefaultValue("vigie_roles") String rolesClaim,
            @DefaultValue("vigie_account_manager") String accountManagerClaim)
            implements Provider {

        /** As nobody should see it in a log. */
        @Override
        public String toString() {
            return issuer;
        }
    }
}
