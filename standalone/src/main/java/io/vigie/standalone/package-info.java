/** The {@code vigie} command line: one package per verb, the supervisor and the edge. */
@NullMarked
package io.vigie.standalone;

import org.jspecify.annotations.NullMarked;
