package io.vigie.acceptance.access;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.RunningVigie;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the running system, at every port where it speaks HTTP, for everything that it knows, as nobody. */
final class Sweep {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    /** What no document of ours tells of and somebody may try all the same. */
    private static final List<String> MORE = List.of(
            "/",
            "/page.css",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/api",
            "/api/",
            "/api/docs",
            "/api/docs/",
            "/api/docs/start.js",
            "/api/docs/swagger-ui.css",
            "/api/docs/swagger-ui-bundle.js",
            "/api/openapi.json",
            "/api/shoes",
            "/api/clients/",
            "/API/clients",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config",
            "/swagger-ui.html",
            "/swagger-ui/index.html",
            "/webjars/swagger-ui/index.html",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/info",
            "/actuator/loggers",
            "/actuator/prometheus",
            "/actuator/shutdown",
            "/.well-known/oauth-protected-resource",
            "/sign-in",
            "/sign-out",
            "/login",
            "/logout");

    private final Map<String, URI> origins = new LinkedHashMap<>();
    private final Api nobody;
    private final Set<String> paths;
    private final List<String> answers = new ArrayList<>();
    private int requests;

    Sweep(RunningVigie vigie, Api somebody) throws IOException, InterruptedException {
        nobody = vigie.api().as("");
        origins.put("edge", vigie.api().origin());
        for (String part : List.of("command-service", "query-service", "scoring-streams")) {
            origins.put(part, URI.create("http://127.0.0.1:" + vigie.port(part)));
        }
        paths = new LinkedHashSet<>(MORE);
        Rule.all().forEach(rule -> paths.add(filledIn(rule.path())));
        paths.addAll(documented(somebody));
    }

    /** Each path of the published document. */
    private static List<String> documented(Api somebody) throws IOException, InterruptedException {
        Answer document = somebody.get("/api/openapi.json");
        List<String> paths = new ArrayList<>();
        document.body().path("paths").propertyNames().forEach(path -> paths.add(filledIn(path)));
        if (paths.isEmpty()) {
            throw new IOException("the document tells of no path: " + document.text());
        }
        return paths;
    }

    private static String filledIn(String path) {
        return path.replaceAll("\\{[a-zA-Z]+}", "ada-1").replace("/**", "/metrics");
    }

    /** What was answered by anything but 401; nothing more is said to a probe of health, or to who signs in. */
    List<String> answered() throws IOException, InterruptedException {
        for (Map.Entry<String, URI> origin : origins.entrySet()) {
            for (String path : paths) {
                for (String method : METHODS) {
                    requests++;
                    Answer answer = nobody.at(origin.getValue()).send(method, path, null, Map.of());
                    if (!isExpected(origin.getKey(), method, path, answer.status())) {
                        answers.add("%s %s of %s: %d".formatted(method, path, origin.getKey(), answer.status()));
                    }
                }
            }
        }
        return answers;
    }

    private static boolean isExpected(String part, String method, String path, int status) {
        boolean isEdge = part.equals("edge");
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (path.equals(isEdge ? "/api/health" : "/actuator/health") && (reads || isEdge)) {
            return status == (reads ? 200 : 405);
        }
        if (path.startsWith("/actuator/health/") && reads && !isEdge) {
            return status == 404;
        }
        if (method.equals("POST") && path.equals("/api/sign-in")) {
            return isEdge || part.equals("command-service") ? status == 400 || status == 415 : status == 404;
        }
        if (reads && path.equals("/api/sign-in")) {
            return status == (isEdge || part.equals("command-service") ? 200 : 404);
        }
        // No provider is configured at which anybody could sign in.
        if (reads && path.startsWith("/api/sign-in/")) {
            return status == 404;
        }
        // The server of a service takes it from nobody, whatever the address.
        return status == 401 || (method.equals("TRACE") && status == 405);
    }

    int requests() {
        return requests;
    }
}
