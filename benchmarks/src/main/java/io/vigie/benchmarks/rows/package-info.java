/** Rows as Vigie stores them, inserted without Vigie. */
@NullMarked
package io.vigie.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
