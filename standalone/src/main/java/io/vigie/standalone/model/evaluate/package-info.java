/** Asks a version about records. */
@NullMarked
package io.vigie.standalone.model.evaluate;

import org.jspecify.annotations.NullMarked;
