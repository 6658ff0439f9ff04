/** An import beside batched inserts. */
@NullMarked
package io.vigie.benchmarks.imports;

import org.jspecify.annotations.NullMarked;
