/** Which role may do what: one table, and what reads it. */
@NullMarked
package io.vigie.access.rules;

import org.jspecify.annotations.NullMarked;
