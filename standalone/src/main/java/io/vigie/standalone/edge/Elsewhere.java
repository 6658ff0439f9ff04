package io.vigie.standalone.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the edge may be reached from other machines: over TLS, its own or that of a proxy which is declared, and only
 * after somebody changed the password that the first start made. The command-service knows whether that was done.
 */
final class Elsewhere {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final EdgeSettings settings;
    private final Duration patience;

    /** @param patience how long to wait for the command-service, which may start at the same time */
    Elsewhere(EdgeSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /** @throws EdgeRefusal when it may not, with how it may */
    void check() throws InterruptedException {
        if (settings.publishedOnLoopback()
                || isLoopback() && settings.trustedProxies().isEmpty()) {
            return;
        }
        if (settings.tls() == null && settings.trustedProxies().isEmpty()) {
            throw new EdgeRefusal(
                    "the edge doesn't listen on " + settings.address()
                            + ", where other machines reach it, without TLS: name"
                            + " a certificate and its key (VIGIE_EDGE_TLS_CERTIFICATE, VIGIE_EDGE_TLS_KEY), or the"
                            + " addresses of the proxy before it that ends TLS (VIGIE_EDGE_TRUSTED_PROXIES)",
                    null);
        }
        Optional<Boolean> changed = isPasswordChanged();
        if (changed.isEmpty()) {
            throw new EdgeRefusal(
                    "the edge doesn't let other machines in before the command-service says whether the generated password"
                            + " was changed, and it doesn't answer: look at its log, and at VIGIE_EDGE_OPERATOR_TOKEN",
                    null);
        }
        if (!changed.get()) {
            throw new EdgeRefusal(
                    "the edge doesn't let other machines in while the password of the first start holds: start Vigie"
                            + " without VIGIE_EDGE_ADDRESS and VIGIE_EDGE_TRUSTED_PROXIES, sign in on this machine with the"
                            + " account and password of the file credentials, and change the password on the front page",
                    null);
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(settings.address()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new EdgeRefusal(
                    "vigie.edge.address must be an address of this machine, such as 127.0.0.1 or 0.0.0.0", unknown);
        }
    }

    /** Empty when there is no answer in time. */
    private Optional<Boolean> isPasswordChanged() throws InterruptedException {
        URI base = settings.base(Target.COMMAND_SERVICE);
        String token = settings.operatorToken();
        if (base == null || token == null) {
            return Optional.empty();
        }
        HttpRequest question = HttpRequest.newBuilder(base.resolve("/actuator/first-start"))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        long end = System.nanoTime() + patience.toNanos();
        do {
            try {
                HttpResponse<String> answer = client.send(question, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return Optional.of(JsonMapper.shared()
                            .readTree(answer.body())
                            .path("passwordChanged")
                            .asBoolean(false));
                }
            } catch (IOException | JacksonException notYet) {
                // It may be starting.
            }
            Thread.sleep(PAUSE.toMillis());
        } while (System.nanoTime() < end);
        return Optional.empty();
    }
}
