/** Looks after accounts: who is known here. */
@NullMarked
package io.vigie.standalone.account;

import org.jspecify.annotations.NullMarked;
