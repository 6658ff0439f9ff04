/** Makes a version the one that scores, by two persons. */
@NullMarked
package io.vigie.standalone.model.promote;

import org.jspecify.annotations.NullMarked;
