/** What was done about who gets in, and what two persons decided, is recorded as it is done. */
@NullMarked
package io.vigie.access.recordactions;

import org.jspecify.annotations.NullMarked;
