package io.vigie.access.requests;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who signs in at the provider: whoever comes is ada, without being asked, and each code is good once. */
final class ProviderPeople {

    static final String CLIENT = "vigie-client";
    static final String SECRET = "secret/of+the client";

    private final Provider provider;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String error = "";
    private volatile Function<JWTClaimsSet.Builder, String> idToken;

    ProviderPeople(Provider provider) {
        this.provider = provider;
        this.idToken = claims -> provider.signed(claims.build());
    }

    /** From now on the ID tokens are made in that way, of what they should say. */
    void idTokens(Function<JWTClaimsSet.Builder, String> made) {
        idToken = made;
    }

    /** From now on the ID tokens say something else, well signed. */
    void say(Consumer<JWTClaimsSet.Builder> change) {
        idTokens(claims -> {
            change.accept(claims);
            return provider.signed(claims.build());
        });
    }

    /** From now on nobody is signed in, for that reason; the empty one is none. */
    void refuse(String reason) {
        error = reason;
    }

    void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        boolean good = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "openid".equals(asked.get("scope"))
                && "S256".equals(asked.get("code_challenge_method"))
                && "1".equals(asked.get("tenant"));
        if (!good) {
            answer(400, "{\"error\":\"invalid_request\"}", exchange);
            return;
        }
        String code = "code-" + codes.size();
        codes.put(code, asked);
        String said = error.isEmpty()
                ? "code=" + code + "&session_state=x&iss=" + encoded(provider.issuer())
                : "error=" + error;
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?" + said + "&state=" + encoded(asked.getOrDefault("state", "")));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Base64.getEncoder()
                .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(401, "{\"error\":\"invalid_client\"}", exchange);
            return;
        }
        Map<String, String> asked = codes.put(sent.getOrDefault("code", ""), Map.of());
        boolean good = asked != null
                && "authorization_code".equals(sent.get("grant_type"))
                && sent.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
                && hash(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
        if (!good) {
            answer(400, "{\"error\":\"invalid_grant\"}", exchange);
            return;
        }
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(CLIENT)
                .subject("ada@idp")
                .issueTime(in(0))
                .expirationTime(in(300))
                .claim("nonce", asked.get("nonce"))
                .claim("vigie_roles", List.of("auditor", "boss", "account-manager"))
                .claim("vigie_account_manager", "m-1");
        answer(
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken.apply(claims) + "\"}",
                exchange);
    }

    static Date in(int seconds) {
        return Date.from(AccessIT.CLOCK.instant().plusSeconds(seconds));
    }

    private static void answer(int status, String json, HttpExchange exchange) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
