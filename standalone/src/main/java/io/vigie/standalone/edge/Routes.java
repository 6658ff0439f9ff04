package io.vigie.standalone.edge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who answers what; the first line that matches wins. */
final class Routes {

    private static final Set<String> ANY = Set.of();
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final List<Route> TABLE = List.of(
            new Route(ANY, "/api/imports", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/me", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/tokens", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/accounts", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/reads", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/actions", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/sign-in", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/sign-out", Target.COMMAND_SERVICE),
            new Route(ANY, "/api/dead-letters", Target.QUERY_SERVICE),
            new Route(ANY, "/api/rebuilds", Target.QUERY_SERVICE),
            new Route(ANY, "/api/clients/*/what-if", Target.QUERY_SERVICE),
            new Route(ANY, "/api/models/*/versions/*/evaluations", Target.QUERY_SERVICE),
            new Route(ANY, "/api/models/*/proposals", Target.COMMAND_SERVICE),
            new Route(READS, "/api", Target.QUERY_SERVICE),
            new Route(ANY, "/api", Target.COMMAND_SERVICE));

    private Routes() {}

    static Optional<Target> target(String method, String path) {
        return TABLE.stream()
                .filter(route -> route.takes(method, path))
                .map(Route::target)
                .findFirst();
    }

    /** Every path at or below {@code root}, in which * is any one word; no methods are all methods. */
    private record Route(Set<String> methods, Pattern root, Target target) {

        Route(Set<String> methods, String root, Target target) {
            this(methods, Pattern.compile(root.replace("*", "[^/]+") + "(/.*)?"), target);
        }

        boolean takes(String method, String path) {
            return (methods.isEmpty() || methods.contains(method))
                    && root.matcher(path).matches();
        }
    }
}
