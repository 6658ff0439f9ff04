/** Commands through the gateway beside raw inserts and the framework's stock configuration. */
@NullMarked
package io.vigie.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
