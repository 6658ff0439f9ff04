package io.vigie.access.requests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID Connect provider: its discovery, its keys, tokens that it signs, and people who sign in at it. */
final class Provider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey rsa;
    private final ECKey ec;
    private final ProviderPeople people;
    private final AtomicInteger asked = new AtomicInteger();

    Provider(int port) {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        answer("/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize?tenant=1",
                 "token_endpoint":"%1$s/token","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer()));
        answer("/keys", new JWKSet(java.util.List.of((JWK) rsa, ec)).toString());
        people = new ProviderPeople(this);
        server.createContext("/authorize", people::authorize);
        server.createContext("/token", people::token);
        server.start();
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ProviderPeople people() {
        return people;
    }

    /** From now on nobody can know which its keys are. */
    void hideKeys() {
        server.removeContext("/keys");
    }

    RSAKey rsa() {
        return rsa;
    }

    /** How many requests it had. */
    int asked() {
        return asked.get();
    }

    /** Signed with its RSA key. */
    String signed(JWTClaimsSet claims) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims);
    }

    /** Signed with its key of the header's kind. */
    String signed(JWSHeader header, JWTClaimsSet claims) {
        try {
            return signed(
                    header,
                    claims,
                    JWSAlgorithm.Family.EC.contains(header.getAlgorithm())
                            ? new ECDSASigner(ec)
                            : new RSASSASigner(rsa));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
