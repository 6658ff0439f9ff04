/** What became of the scores that a version gave. */
@NullMarked
package io.vigie.query.modelquality;

import org.jspecify.annotations.NullMarked;
