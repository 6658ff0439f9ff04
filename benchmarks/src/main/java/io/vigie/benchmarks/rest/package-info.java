/** Commands over REST beside a bare POST. */
@NullMarked
package io.vigie.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
