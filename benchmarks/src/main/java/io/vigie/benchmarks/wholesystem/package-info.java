/** The running system as a whole: how fresh, how soon, how large. */
@NullMarked
package io.vigie.benchmarks.wholesystem;

import org.jspecify.annotations.NullMarked;
