/** All clients in a few numbers. */
@NullMarked
package io.vigie.query.summary;

import org.jspecify.annotations.NullMarked;
