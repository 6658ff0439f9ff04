package io.vigie.standalone.supervisor;

/** The processes that make one system, in the order in which they are told of. */
public enum PartName {
    POSTGRESQL("postgresql"),
    KAFKA("kafka"),
    COMMAND_SERVICE("command-service"),
    SCORING_STREAMS("scoring-streams"),
    QUERY_SERVICE("query-service"),
    EDGE("edge");

    private final String text;

    PartName(String text) {
        this.text = text;
    }

    /** The name in files and on the terminal. */
    @Override
    public String toString() {
        return text;
    }
}
