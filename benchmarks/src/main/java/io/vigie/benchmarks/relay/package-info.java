/** The relay beside a plain read and producer. */
@NullMarked
package io.vigie.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
