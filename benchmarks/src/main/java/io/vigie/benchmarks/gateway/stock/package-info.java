/** The same registration as the framework's manual would have it: an aggregate, and whatever is configured by itself. */
@NullMarked
package io.vigie.benchmarks.gateway.stock;

import org.jspecify.annotations.NullMarked;
