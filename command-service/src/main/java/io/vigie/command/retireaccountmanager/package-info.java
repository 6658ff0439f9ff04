/** An account manager leaves. */
@NullMarked
package io.vigie.command.retireaccountmanager;

import org.jspecify.annotations.NullMarked;
