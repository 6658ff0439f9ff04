/** The champion before the present one is champion again. */
@NullMarked
package io.vigie.command.rollbackmodel;

import org.jspecify.annotations.NullMarked;
