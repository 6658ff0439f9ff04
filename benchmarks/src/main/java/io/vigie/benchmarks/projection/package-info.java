/** The projection beside batched upserts. */
@NullMarked
package io.vigie.benchmarks.projection;

import org.jspecify.annotations.NullMarked;
