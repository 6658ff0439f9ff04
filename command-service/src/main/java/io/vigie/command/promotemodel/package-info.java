/** A version becomes champion, by two persons. */
@NullMarked
package io.vigie.command.promotemodel;

import org.jspecify.annotations.NullMarked;
