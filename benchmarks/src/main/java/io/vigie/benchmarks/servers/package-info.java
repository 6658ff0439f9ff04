/** The database and the broker that one measurement has for itself. */
@NullMarked
package io.vigie.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
