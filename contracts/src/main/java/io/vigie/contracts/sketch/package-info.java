/** Distributions in constant memory, whatever the number of records. */
@NullMarked
package io.vigie.contracts.sketch;

import org.jspecify.annotations.NullMarked;
