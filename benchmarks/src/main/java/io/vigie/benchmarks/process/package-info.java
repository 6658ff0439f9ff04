/** Child processes that take part in a measurement, each with a class path of its own. */
@NullMarked
package io.vigie.benchmarks.process;

import org.jspecify.annotations.NullMarked;
