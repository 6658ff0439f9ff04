package io.vigie.command.eventstore;

/**
 * Under which id the events of something are stored. One id has one stream of events, whatever it is of, and clients choose
 * their ids themselves: so a model's begins with what no client's can hold. On Kafka the key is the name alone.
 */
public final class AggregateIds {

    private static final String MODEL = "model:";

    private AggregateIds() {}

    /** The id of a model. */
    public static String ofModel(String name) {
        return MODEL + name;
    }

    /** The id or name that the world knows it by. */
    public static String subject(String aggregateId) {
        return aggregateId.startsWith(MODEL) ? aggregateId.substring(MODEL.length()) : aggregateId;
    }
}
