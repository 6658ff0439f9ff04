/** Gives a client an account manager. */
@NullMarked
package io.vigie.standalone.assign;

import org.jspecify.annotations.NullMarked;
