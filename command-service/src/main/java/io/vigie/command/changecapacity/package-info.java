/** An account manager can look after more or fewer clients. */
@NullMarked
package io.vigie.command.changecapacity;

import org.jspecify.annotations.NullMarked;
