/** The account manager: a working life folded from its events. */
@NullMarked
package io.vigie.command.accountmanager;

import org.jspecify.annotations.NullMarked;
