package io.vigie.command.relay;

/** Whether this instance is the one that relays. */
public interface RelayStatus {

    /** True while this instance sends events to Kafka. */
    boolean isLeading();
}
