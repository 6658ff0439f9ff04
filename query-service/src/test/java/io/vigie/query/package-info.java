/** Tests of the whole service. */
@NullMarked
package io.vigie.query;

import org.jspecify.annotations.NullMarked;
