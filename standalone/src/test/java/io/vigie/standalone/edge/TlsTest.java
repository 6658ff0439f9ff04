package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void givenACertificate_whenAsked_thenTlsThatServicesAndBrowsersKnowOf(String algorithm) throws Exception {
        Certificates files = Certificates.in(folder, algorithm);
        try (EdgeRig rig = new EdgeRig(settings(files))) {
            assertThat(rig.edge.addresses().get(0)).startsWith("http://127.0.0.1:");
            URI https = URI.create(rig.edge.addresses().get(1).replace("127.0.0.1", "localhost"));
            HttpClient client =
                    HttpClient.newBuilder().sslContext(files.trusting()).build();

            HttpResponse<String> answer = get(client, https.resolve("/api/clients"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("X-Forwarded-Proto: https");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(get(client, https.resolve("/xyzzy")).headers().firstValue("Strict-Transport-Security"))
                    .isPresent();

            HttpResponse<String> plain = rig.send("GET", "/api/clients", "X-Forwarded-Proto", "https");
            assertThat(plain.body()).contains("X-Forwarded-Proto: http\r\n");
            assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void givenOldTls_whenAsked_thenNoConnection() throws Exception {
        Certificates files = Certificates.in(folder, "EC");
        try (EdgeRig rig = new EdgeRig(settings(files))) {
            SSLParameters old = new SSLParameters();
            old.setProtocols(new String[] {"TLSv1.1"});
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(files.trusting())
                    .sslParameters(old)
                    .build();
            URI https = URI.create(rig.edge.addresses().get(1).replace("127.0.0.1", "localhost"));

            assertThatThrownBy(() -> get(client, https.resolve("/api/clients"))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void givenTlsForOthers_whenAsked_thenWithoutItOnThisMachineAlone() throws Exception {
        Certificates files = Certificates.in(folder, "EC");
        Map<String, String> everywhere = new HashMap<>(settings(files));
        everywhere.put("vigie.edge.address", "0.0.0.0");
        String own = OwnAddress.find();
        try (EdgeRig rig = new EdgeRig(everywhere)) {
            assertThat(rig.edge.addresses().get(0)).startsWith("http://127.0.0.1:");
            assertThat(rig.edge.addresses().get(1)).startsWith("https://0.0.0.0:");
            assertThat(rig.wire.get("/api/clients")).startsWith("HTTP/1.1 200");
            assertThatThrownBy(() -> new Wire(own, rig.edge.port()).get("/api/clients"))
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }

    @Test
    void givenFiles_whenTaken_thenNoOtherTlsThanThatOfToday() throws Exception {
        Certificates files = Certificates.in(folder, "EC");
        SslContextFactory.Server context = new Tls(files.certificate(), files.key()).context();

        assertThat(context.getIncludeProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @Test
    void givenTls12_whenTheClientNegotiatesAgain_thenItsConnectionEnds() throws Exception {
        Certificates files = Certificates.in(folder, "RSA");
        try (EdgeRig rig = new EdgeRig(settings(files));
                SSLSocket socket = (SSLSocket) files.trusting()
                        .getSocketFactory()
                        .createSocket(
                                "127.0.0.1",
                                URI.create(rig.edge.addresses().get(1)).getPort())) {
            socket.setSoTimeout(10_000);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThat(isAnswered(socket)).isTrue();
            assertThat(isAnswered(socket)).isTrue();

            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        isAnswered(socket);
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Whether it gets the beginning of an answer; reads to the end of its head. */
    private static boolean isAnswered(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("HEAD /api/clients HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString().startsWith("HTTP/1.1 200");
    }

    @Test
    void givenFilesThatAreNone_whenStarted_thenASentenceThatSaysWhichItTakes() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "");

        for (Path file : new Path[] {empty, folder.resolve("absent")}) {
            assertThatThrownBy(() -> new Tls(file, file).context())
                    .isInstanceOf(EdgeRefusal.class)
                    .hasMessageContaining("vigie.edge.tls.certificate must be a PEM file");
        }
    }

    private static Map<String, String> settings(Certificates files) {
        return Map.of(
                "vigie.edge.tls.certificate", files.certificate().toString(),
                "vigie.edge.tls.key", files.key().toString());
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
