/** Shows what became of the scores of a version. */
@NullMarked
package io.vigie.standalone.model.quality;

import org.jspecify.annotations.NullMarked;
