/** Measurements of Vigie beside its peers: run together, reported as ratios. */
@NullMarked
package io.vigie.benchmarks;

import org.jspecify.annotations.NullMarked;
