/** The people and programs that are known here. */
@NullMarked
package io.vigie.access.accounts;

import org.jspecify.annotations.NullMarked;
