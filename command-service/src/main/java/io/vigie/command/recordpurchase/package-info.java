/** A client buys something. */
@NullMarked
package io.vigie.command.recordpurchase;

import org.jspecify.annotations.NullMarked;
