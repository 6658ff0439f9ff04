/** The models that the views know, and those of them that are ready to be asked. */
@NullMarked
package io.vigie.query.knownmodels;

import org.jspecify.annotations.NullMarked;
