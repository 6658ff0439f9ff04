/** A version gets no alias any more. */
@NullMarked
package io.vigie.command.retiremodel;

import org.jspecify.annotations.NullMarked;
