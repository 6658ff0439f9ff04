package io.vigie.standalone.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks parts on 127.0.0.1 how they are; every answer comes within seconds. */
public final class Health {

    private static final int MILLIS = 3_000;

    private Health() {}

    /** Whether a part that the supervisor counts as running serves now. */
    public static boolean serves(PartName part, int port) {
        return switch (part) {
            case POSTGRESQL, KAFKA, EDGE -> accepts(port);
            case COMMAND_SERVICE, SCORING_STREAMS, QUERY_SERVICE -> answers(port, "/actuator/health");
        };
    }

    /** Whether somebody takes connections there. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether GET is answered with 200. */
    static boolean answers(int port, String path) {
        try {
            HttpURLConnection connection = get(port, path);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** How many records a part is behind; empty for a part that has no such number or doesn't tell it. */
    public static OptionalLong lag(PartName part, int port, OperatorToken token) {
        return metric(part).map(name -> gauge(port, name, token)).orElse(OptionalLong.empty());
    }

    private static Optional<String> metric(PartName part) {
        return switch (part) {
            case COMMAND_SERVICE -> Optional.of("vigie.relay.lag");
            case SCORING_STREAMS -> Optional.of("vigie.scoring.lag");
            case QUERY_SERVICE -> Optional.of("vigie.query.lag");
            case POSTGRESQL, KAFKA, EDGE -> Optional.empty();
        };
    }

    private static OptionalLong gauge(int port, String name, OperatorToken token) {
        try {
            HttpURLConnection connection = get(port, "/actuator/metrics/" + name);
            connection.setRequestProperty("Authorization", "Bearer " + token.text());
            try (InputStream body = connection.getInputStream()) {
                JsonNode value = JsonMapper.shared().readTree(body).at("/measurements/0/value");
                return value.isNumber() ? OptionalLong.of(Math.round(value.asDouble())) : OptionalLong.empty();
            } finally {
                connection.disconnect();
            }
        } catch (IOException | JacksonException e) {
            return OptionalLong.empty();
        }
    }

    private static HttpURLConnection get(int port, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        return connection;
    }
}
