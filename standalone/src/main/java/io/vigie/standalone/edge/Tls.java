package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * By what the edge proves over TLS who it is.
 *
 * @param certificate a PEM file with the certificate and then those that lead to its root
 * @param key a PEM file with its private key, PKCS #8 without a password
 */
record Tls(Path certificate, Path key) {

    private static final String ALIAS = "edge";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /**
     * TLS 1.2 and 1.3 with the ciphers of the JDK that Jetty holds for safe.
     *
     * @throws EdgeRefusal when a file can't be read or isn't one
     */
    SslContextFactory.Server context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, readKey(), new char[0], readChain());
            SslContextFactory.Server context = new SslContextFactory.Server();
            context.setKeyStore(store);
            context.setKeyStorePassword("");
            context.setKeyManagerPassword("");
            context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            context.setRenegotiationAllowed(false);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new EdgeRefusal(
                    "the edge can't use the certificate or its key: vigie.edge.tls.certificate must be a PEM file of"
                            + " certificates, vigie.edge.tls.key one that begins with BEGIN PRIVATE KEY (PKCS #8 without"
                            + " a password)",
                    unusable);
        }
    }

    private Certificate[] readChain() throws IOException, GeneralSecurityException {
        try (InputStream text = Files.newInputStream(certificate)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(text)
                    .toArray(Certificate[]::new);
        }
    }

    private PrivateKey readKey() throws IOException, GeneralSecurityException {
        Matcher found = PEM.matcher(Files.readString(key));
        if (!found.find()) {
            throw new IllegalArgumentException("no private key");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        for (String algorithm : new String[] {"RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // Of the other kind, then.
            }
        }
        return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
    }
}
