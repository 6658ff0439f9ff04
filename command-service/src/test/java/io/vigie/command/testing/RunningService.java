package io.vigie.command.testing;

import io.vigie.command.CommandService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole command-service on a port of its own, spoken to over HTTP. Two of them can share a database. */
public final class RunningService implements AutoCloseable {

    private static final String BROKER = "--spring.kafka.bootstrap-servers=";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private final JdbcTemplate jdbc;

    private RunningService(ConfigurableApplicationContext context, String user, String password) {
        this.context = context;
        this.jdbc = new JdbcTemplate(new DriverManagerDataSource(url(), user, password));
    }

    /** Starts on a database of its own. */
    public static RunningService onNewDatabase(String... arguments) {
        return on(Servers.newDatabase(), arguments);
    }

    /** Starts on that database. */
    public static RunningService on(String jdbcUrl, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--vigie.relay.enabled=false");
        all.addAll(Servers.arguments(jdbcUrl));
        return start(all, Servers.postgres().user(), Servers.postgres().password());
    }

    /** Starts with its relay on a database of any server, whose superuser also migrates. */
    public static RunningService relayingOn(String jdbcUrl, String user, String password, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.datasource.url=" + jdbcUrl);
        all.add("--spring.datasource.username=" + user);
        all.add("--spring.datasource.password=" + password);
        return start(all, user, password);
    }

    /** As {@link #on}, with another broker, and with its relay if it is to have one. */
    public static RunningService withBroker(String jdbcUrl, String bootstrapServers, boolean relaying) {
        List<String> all = new ArrayList<>(Servers.arguments(jdbcUrl));
        all.add(BROKER + bootstrapServers);
        all.add("--vigie.relay.enabled=" + relaying);
        all.add("--vigie.reconciliation.every=500ms");
        all.add("--vigie.models.distribution.poll=100ms");
        return start(all, Servers.postgres().user(), Servers.postgres().password());
    }

    private static RunningService start(List<String> arguments, String superuser, String password) {
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=0");
        if (all.stream().noneMatch(argument -> argument.startsWith(BROKER))) {
            all.add(BROKER + Servers.kafka().bootstrapServers());
        }
        all.addAll(Tokens.arguments());
        return new RunningService(
                new SpringApplicationBuilder(CommandService.class).run(all.toArray(String[]::new)),
                superuser,
                password);
    }

    /** Sends JSON (or nothing) and waits for the answer; headers as name, value, name, value. */
    public Answer send(String method, String path, String json, String... headers) {
        return Answer.of(await(request(method, path, BodyPublishers.ofString(json), "application/json", headers)));
    }

    /** As {@link #send} without a body. */
    public Answer send(String method, String path) {
        return Answer.of(await(HttpRequest.newBuilder(uri(path))
                .header("Authorization", Tokens.forPath(path))
                .method(method, BodyPublishers.noBody())
                .build()));
    }

    /** Sends a body of any type. */
    public Answer sendAs(String contentType, String method, String path, byte[] body, String... headers) {
        return Answer.of(await(request(method, path, BodyPublishers.ofByteArray(body), contentType, headers)));
    }

    /** Sends JSON without waiting. */
    public CompletableFuture<Answer> sendAsync(String method, String path, String json, String... headers) {
        return http.sendAsync(
                        request(method, path, BodyPublishers.ofString(json), "application/json", headers),
                        BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(Answer::of);
    }

    /** The database behind it, as its superuser. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Changes rows behind its back. */
    public void update(String sql) {
        jdbc.update(sql);
    }

    /** The port of its web server. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Address of the database. */
    public String url() {
        return context.getEnvironment().getRequiredProperty("spring.datasource.url");
    }

    /** Superuser of the database. */
    public String user() {
        return Servers.postgres().user();
    }

    /** Password of that user. */
    public String password() {
        return Servers.postgres().password();
    }

    @Override
    public void close() {
        context.close();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String contentType, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri(path)).method(method, body).header("Content-Type", contentType);
        if (!List.of(headers).contains("Authorization") && !List.of(headers).contains("Cookie")) {
            builder.header("Authorization", Tokens.forPath(path));
        }
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    private HttpResponse<String> await(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
