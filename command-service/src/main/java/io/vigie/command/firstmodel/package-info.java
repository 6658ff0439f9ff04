/** Where there is no model yet, that of this build is the first. */
@NullMarked
package io.vigie.command.firstmodel;

import org.jspecify.annotations.NullMarked;
