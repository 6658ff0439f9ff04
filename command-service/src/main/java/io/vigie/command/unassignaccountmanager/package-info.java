/** Nobody looks after a client any more. */
@NullMarked
package io.vigie.command.unassignaccountmanager;

import org.jspecify.annotations.NullMarked;
