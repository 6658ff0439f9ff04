package io.vigie.command.relay;

/** Whether this instance is the one that relays. */
public interface RelayStatus {

    /** True while this instance sends events to Kafka. */
    boolean isLeading();

    /** True while it is this instance's turn, also while it can't send. */
    boolean holdsClaim();
}
