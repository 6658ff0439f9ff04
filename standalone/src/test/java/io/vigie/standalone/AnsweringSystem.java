package io.vigie.standalone;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A system that gives the answers it was told to give, and the verbs that ask it. */
public final class AnsweringSystem implements AutoCloseable {

    private final HttpServer server;
    private final Path folder;
    private final Map<String, Deque<Prepared>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Headers> headers = new ArrayList<>();

    /** How a verb ended and what it printed. */
    public record Run(int exit, String out, String err) {}

    private record Prepared(int status, String body, Map<String, String> headers, Duration after) {

        Prepared(int status, String body, Map<String, String> headers) {
            this(status, body, headers, Duration.ZERO);
        }
    }

    /** @param folder what the verbs take for the data folder */
    public AnsweringSystem(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(key + " " + body);
        headers.add(exchange.getRequestHeaders());
        Deque<Prepared> prepared =
                answers.getOrDefault(key, new ArrayDeque<>(List.of(new Prepared(404, "{}", Map.of()))));
        Prepared now = prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
        byte[] answer = now.body().getBytes(StandardCharsets.UTF_8);
        pause(now.after());
        now.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(now.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** From now on. */
    public synchronized void answers(String request, int status, String body) {
        answers(request, status, body, Map.of());
    }

    /** From now on, with these headers. */
    public synchronized void answers(String request, int status, String body, Map<String, String> headers) {
        answers.put(request, new ArrayDeque<>(List.of(new Prepared(status, body, headers))));
    }

    /** From now on, after a while. */
    public synchronized void answersLate(String request, String body, Duration after) {
        answers.put(request, new ArrayDeque<>(List.of(new Prepared(200, body, Map.of(), after))));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** After each of the earlier answers to that request was given once. */
    public synchronized void thenAnswers(String request, int status, String body) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Prepared(status, body, Map.of()));
    }

    /** Every request so far with its body. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** What each request so far had in a header; empty for one without. */
    public synchronized List<String> askedWith(String header) {
        return headers.stream()
                .map(all -> String.join("", all.getOrDefault(header, List.of())))
                .toList();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Runs a verb against this system. */
    public Run run(String... verb) {
        return run(port(), verb);
    }

    /** Runs a verb against whatever is on that port. */
    public Run run(int port, String... verb) {
        List<String> all = new ArrayList<>(List.of(verb));
        all.addAll(List.of("--port", String.valueOf(port), "--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Vigie.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = line.execute(all.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
