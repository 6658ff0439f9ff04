/** An account manager is registered. */
@NullMarked
package io.vigie.command.registeraccountmanager;

import org.jspecify.annotations.NullMarked;
