/** What it costs to know who asks, and to show everybody only what is theirs. */
@NullMarked
package io.vigie.benchmarks.access;

import org.jspecify.annotations.NullMarked;
