/** Compares the champion with its challenger. */
@NullMarked
package io.vigie.standalone.model.compare;

import org.jspecify.annotations.NullMarked;
