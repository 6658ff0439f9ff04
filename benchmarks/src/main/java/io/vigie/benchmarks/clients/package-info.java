/** Generated clients. */
@NullMarked
package io.vigie.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
