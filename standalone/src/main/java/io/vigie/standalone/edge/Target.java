package io.vigie.standalone.edge;

/** The services that the edge knows. */
enum Target {
    COMMAND_SERVICE("command-service"),
    QUERY_SERVICE("query-service"),
    SCORING_STREAMS("scoring-streams");

    private final String part;

    Target(String part) {
        this.part = part;
    }

    String part() {
        return part;
    }
}
