/** Tests of what became of scores. */
@NullMarked
package io.vigie.query.modelquality;

import org.jspecify.annotations.NullMarked;
