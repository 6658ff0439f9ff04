package io.vigie.acceptance.access;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.RunningVigie;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every endpoint × every role × own, foreign and unknown: what the table says of each cell, and what the system answers.
 * Commands to what exists bring a version that it doesn't have, so that nothing changes and all cells are alike.
 */
final class Matrix {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String SIGN_OUT = "/api/sign-out";

    /** Has a body and changes nothing. */
    private static final String QUESTION = "POST /api/clients/{clientId}/what-if";

    /** Bodies that are right but for the version; what has none here gets an empty one, which no endpoint takes. */
    private static final Map<String, Object> BODIES = Map.of(
            QUESTION,
            Map.of("changes", Map.of("numSites", 5)),
            "PATCH /api/clients/{clientId}",
            Map.of("age", 45),
            "PUT /api/clients/{clientId}/sites",
            Map.of("numSites", 13),
            "POST /api/clients/{clientId}/purchases",
            Map.of("amount", 1),
            "POST /api/clients/{clientId}/departure",
            Map.of("leftOn", "2026-01-31"),
            "PUT /api/clients/{clientId}/account-manager",
            Map.of("accountManagerId", Portfolios.ADA),
            "PUT /api/account-managers/{accountManagerId}/capacity",
            Map.of("capacity", 8));

    private final RunningVigie vigie;
    private final List<Asker> askers;
    private final List<Rule> rules;
    private final List<String> wrong = new ArrayList<>();
    private int cells;

    Matrix(RunningVigie vigie, List<Asker> askers) throws IOException {
        this.vigie = vigie;
        this.askers = askers;
        this.rules = Rule.all();
    }

    /** Asks everything; what was answered otherwise than the table says. Whoever signs out does so at the end. */
    List<String> differences() throws IOException, InterruptedException {
        for (Map.Entry<String, Set<String>> place : methods().entrySet()) {
            for (String method : METHODS) {
                if (!place.getValue().contains(method)) {
                    for (Asker asker : askers) {
                        Answer answer = ask(vigie.api().origin(), asker, method, place.getKey(), null);
                        compare(method, place.getKey(), asker, Set.of(asker.isNobody() ? 401 : 405), answer);
                    }
                }
            }
        }
        for (Rule rule : signOutLast()) {
            for (Asker asker : askers) {
                for (String target : targets(rule)) {
                    askFor(rule, asker, target);
                }
            }
        }
        return wrong;
    }

    private List<Rule> signOutLast() {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> rule.path().equals(SIGN_OUT)))
                .toList();
    }

    private void askFor(Rule rule, Asker asker, String target) throws IOException, InterruptedException {
        Set<Integer> expected = expected(rule, asker, target);
        String what = rule.path() + " of " + target;
        for (URI origin : origins(rule)) {
            Answer answer = ask(origin, asker, rule.method(), path(rule, target), rule);
            compare(rule.method(), what, asker, expected, answer);
            if (rule.method().equals("GET")) {
                compare("HEAD", what, asker, expected, ask(origin, asker, "HEAD", path(rule, target), rule));
            }
        }
    }

    int cells() {
        return cells;
    }

    private void compare(String method, String what, Asker asker, Set<Integer> expected, Answer answer) {
        cells++;
        if (!expected.contains(answer.status())) {
            wrong.add("%s %s as %s: %s instead of %s %s"
                    .formatted(method, what, asker.name(), answer.status(), expected, answer.text()));
        }
    }

    private static Set<Integer> expected(Rule rule, Asker asker, String target) {
        if (rule.isOpen()) {
            return EmptyRequests.answers(rule);
        }
        if (asker.isNobody()) {
            return Set.of(401);
        }
        String reach = rule.reach(asker.roles());
        if (reach.equals("-") || (rule.inPerson() && !asker.isInPerson())) {
            return Set.of(403);
        }
        if (!rule.isOf("clientId") && !rule.isOf("accountManagerId")) {
            return EmptyRequests.answers(rule);
        }
        String whose = rule.isOf("clientId") ? Portfolios.CLIENTS.getOrDefault(target, "") : target;
        boolean exists = !target.equals(Portfolios.UNKNOWN);
        if (!exists || (reach.equals("own") && !whose.equals(asker.portfolio()))) {
            return Set.of(404);
        }
        boolean isRead = rule.method().equals("GET") || QUESTION.equals(rule.method() + " " + rule.path());
        return Set.of(isRead ? 200 : 412);
    }

    private static List<String> targets(Rule rule) {
        if (rule.isOf("clientId")) {
            return List.of("ada-1", "bo-1", "nobody-1", Portfolios.UNKNOWN);
        }
        return rule.isOf("accountManagerId")
                ? List.of(Portfolios.ADA, Portfolios.BO, Portfolios.UNKNOWN)
                : List.of("no-such-thing");
    }

    /** The edge, or each service's own port where the edge passes nothing on. */
    private List<URI> origins(Rule rule) throws IOException {
        if (!rule.isBehindTheEdge()) {
            return List.of(vigie.api().origin());
        }
        List<URI> origins = new ArrayList<>();
        boolean isReconciliation = rule.path().endsWith("reconciliation");
        for (String part :
                isReconciliation ? List.of("command-service") : List.of("command-service", "query-service")) {
            origins.add(URI.create("http://127.0.0.1:" + vigie.port(part)));
        }
        return origins;
    }

    /** By address: the methods of every rule that is about it. */
    private Map<String, Set<String>> methods() {
        Set<String> addresses = rules.stream()
                .filter(rule -> !rule.isBehindTheEdge())
                .map(rule -> path(rule, Portfolios.ADA))
                .collect(Collectors.toSet());
        return addresses.stream().collect(Collectors.toMap(address -> address, address -> rules.stream()
                .filter(rule -> address.matches(path(rule, "[^/]+")))
                .map(Rule::method)
                .collect(Collectors.toSet())));
    }

    private static String path(Rule rule, String target) {
        return rule.path().replaceAll("\\{[a-zA-Z]+}", target).replace("**", "metrics");
    }

    private static Answer ask(URI origin, Asker asker, String method, String path, @Nullable Rule rule)
            throws IOException, InterruptedException {
        boolean isCommand = rule != null
                && !Set.of("GET", "HEAD").contains(method)
                && Stream.of("clientId", "accountManagerId").anyMatch(rule::isOf);
        Object body = rule == null ? Map.of() : BODIES.getOrDefault(method + " " + rule.path(), Map.of());
        boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(method) && !path.equals(SIGN_OUT);
        return asker.send(
                origin,
                method,
                path,
                hasBody ? Json.write(body) : null,
                isCommand ? Map.of("If-Match", "\"999999\"") : Map.of());
    }
}
