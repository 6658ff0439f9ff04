/** A client's profile is corrected. */
@NullMarked
package io.vigie.command.changeprofile;

import org.jspecify.annotations.NullMarked;
