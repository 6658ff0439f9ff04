/** Takes the champion back to the one before. */
@NullMarked
package io.vigie.standalone.model.rollback;

import org.jspecify.annotations.NullMarked;
