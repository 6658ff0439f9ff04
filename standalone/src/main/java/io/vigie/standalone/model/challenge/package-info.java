/** Lets a version score in shadow, or no longer. */
@NullMarked
package io.vigie.standalone.model.challenge;

import org.jspecify.annotations.NullMarked;
