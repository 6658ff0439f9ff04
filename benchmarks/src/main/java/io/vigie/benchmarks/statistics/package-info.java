/** What is made of samples. */
@NullMarked
package io.vigie.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
