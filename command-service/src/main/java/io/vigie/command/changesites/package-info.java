/** A client's number of sites changes. */
@NullMarked
package io.vigie.command.changesites;

import org.jspecify.annotations.NullMarked;
