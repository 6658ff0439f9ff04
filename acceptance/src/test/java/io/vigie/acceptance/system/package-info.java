/** A Vigie of the tests' own, started, killed and asked as a user would. */
@NullMarked
package io.vigie.acceptance.system;

import org.jspecify.annotations.NullMarked;
