/** Prints a token, for programs and for curl. */
@NullMarked
package io.vigie.standalone.token;

import org.jspecify.annotations.NullMarked;
