package io.vigie.standalone.edge;

import java.time.Duration;

/**
 * How much the edge takes.
 *
 * @param requestsPerSecond from one address, as a mean; twice as many at once
 * @param connectionsOfOne open at the same time from one address
 * @param connections open at the same time from all
 * @param head how long a connection may be without having sent the head of a request to its end
 * @param grace how long a body may keep the edge waiting altogether, before its bytes count
 * @param bytesPerSecond that a body has to send beyond that
 */
record Limits(
        int requestsPerSecond,
        int connectionsOfOne,
        int connections,
        Duration head,
        Duration grace,
        int bytesPerSecond) {

    static Limits of(int requestsPerSecond, int connectionsOfOne) {
        return new Limits(
                requestsPerSecond,
                connectionsOfOne,
                2 * connectionsOfOne,
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                1024);
    }
}
