package io.vigie.standalone.edge;

import java.time.Duration;

/**
 * How much the edge takes.
 *
 * @param requestsPerSecond from one address, as a mean; twice as many at once
 * @param addresses whose requests are counted at the same time
 * @param connectionsOfOne open at the same time from one address
 * @param connections open at the same time from all
 * @param head how long a connection may be without having sent the head of a request to its end
 * @param headWhenCrowded the same while most of all connections are taken
 * @param grace how long a body may keep the edge waiting altogether, before its bytes count
 * @param bytesPerSecond that a body has to send beyond that
 */
record Limits(
        int requestsPerSecond,
        int addresses,
        int connectionsOfOne,
        int connections,
        Duration head,
        Duration headWhenCrowded,
        Duration grace,
        int bytesPerSecond) {

    static Limits of(int requestsPerSecond, int connectionsOfOne, int connections) {
        return new Limits(
                requestsPerSecond,
                10_000,
                connectionsOfOne,
                connections,
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                1024);
    }

    /** Whether there is little room left for another connection. */
    boolean isCrowded(int open) {
        return open > connections - connections / 4;
    }
}
