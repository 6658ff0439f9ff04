/** How far the relay has come. */
@NullMarked
package io.vigie.contracts.progress;

import org.jspecify.annotations.NullMarked;
