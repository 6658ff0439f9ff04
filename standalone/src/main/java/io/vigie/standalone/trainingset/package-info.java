/** Writes what models learn from, out of the history of events. */
@NullMarked
package io.vigie.standalone.trainingset;

import org.jspecify.annotations.NullMarked;
