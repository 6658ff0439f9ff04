/** Clients arrive by file: received, checked at once as a whole, then row by row in the background. */
@NullMarked
package io.vigie.command.importclients;

import org.jspecify.annotations.NullMarked;
