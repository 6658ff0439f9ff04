/** Keeping a system busy, and counting. */
@NullMarked
package io.vigie.benchmarks.load;

import org.jspecify.annotations.NullMarked;
