/** Champion and challenger side by side. */
@NullMarked
package io.vigie.query.comparemodels;

import org.jspecify.annotations.NullMarked;
