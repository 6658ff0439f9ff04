/** Files of the form that users bring, made up. */
@NullMarked
package io.vigie.acceptance.data;

import org.jspecify.annotations.NullMarked;
