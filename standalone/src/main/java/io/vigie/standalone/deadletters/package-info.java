/** Looks after records that couldn't be handled. */
@NullMarked
package io.vigie.standalone.deadletters;

import org.jspecify.annotations.NullMarked;
