/** Scoring beside a pass-through topology. */
@NullMarked
package io.vigie.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
