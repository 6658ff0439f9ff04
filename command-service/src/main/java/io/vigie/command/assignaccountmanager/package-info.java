/** An account manager takes on a client. */
@NullMarked
package io.vigie.command.assignaccountmanager;

import org.jspecify.annotations.NullMarked;
